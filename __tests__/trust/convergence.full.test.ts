import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { synthesize } from "../rules/synthesis";
import { converge, declareTrust, folderOf, METADATA, THUMBPRINT, trustingServers } from "./trusted-deployment";

const onprem = folderOf(synthesize((stack) => declareTrust(stack)));

async function undo(anna: Operator, step: string): ReturnType<Simulator["run"]> {
  const what = ["-Undo", "-Step", step, "-State", anna.simulator.stateFolder];
  return anna.simulator.run("lync", onprem, [...what, "-Apply", "-Approved", approvedDigest(onprem)]);
}

describe("servers that trust nobody yet", () => {
  const anna = new Operator(trustingServers(), onprem);

  test("trust Exchange and the token server when all steps are done, and sign with the certificate", async () => {
    await converge(anna);
    const state = anna.simulator.state();
    expect(state.certificates).toEqual([{ Use: "OAuthTokenIssuer", Thumbprint: THUMBPRINT }]);
    expect(state.oAuthConfiguration).toMatchObject({
      ServiceName: "00000004-0000-0ff1-ce00-000000000000",
      ExchangeAutodiscoverUrl: "https://autodiscover.contoso.com/autodiscover/autodiscover.svc",
    });
    expect(state.oAuthServers).toMatchObject([{ Identity: "microsoft.sts", MetadataUrl: METADATA }]);
    expect(state.partnerApplications.length).toBe(2);
    expect(state.partnerApplications).toMatchObject([
      {
        Identity: "microsoft.exchange",
        ApplicationIdentifier: "00000002-0000-0ff1-ce00-000000000000",
        UseOAuthServer: true,
      },
      {
        Identity: "Exchange",
        ApplicationTrustLevel: "Full",
        MetadataUrl: "https://autodiscover.contoso.com/autodiscover/metadata/json/1",
      },
    ]);
  });

  test("are written to in an order in which nobody is refused: certificate, then what signs with it", () => {
    const commands = anna.simulator.writes().map(({ command }) => command);
    const first = commands.indexOf("Set-CsCertificate");
    expect(anna.simulator.writes()[first]?.parameters).toMatchObject({ Identity: "global", Thumbprint: THUMBPRINT });
    const later = commands.slice(first);
    for (const command of ["Set-CsOAuthConfiguration", "New-CsOAuthServer", "New-CsPartnerApplication"]) {
      expect(later).toContain(command);
    }
    expect(commands.slice(0, first).filter((command) => /OAuth|Partner/.test(command))).toEqual([]);
  });

  test("are not written to by a second run", async () => {
    for (const shell of ["lync", "teams"] as const) expect((await anna.apply(shell)).writes).toEqual([]);
  });

  test("lose the partner and the token server again by undo, for this runbook created them", async () => {
    for (const step of ["test-cloud-trust/contoso.onmicrosoft.com", "test-exchange-trust/autodiscover.contoso.com"]) {
      await takeBackByHand(anna, step);
    }
    for (const step of ["CsPartnerApplication/microsoft.exchange", "CsOAuthServer/microsoft.sts"]) {
      const run = await undo(anna, step);
      expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
    }
    const { oAuthServers, partnerApplications } = anna.simulator.state();
    expect(oAuthServers).toEqual([]);
    expect(partnerApplications).toMatchObject([{ Identity: "Exchange" }]);
  });

  test("keep an address for which there was none before: no script can write back nothing", async () => {
    const run = await undo(anna, "CsOAuthConfiguration/Global/exchange-on-premises");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toContain("ExchangeAutodiscoverUrl had no value before the first write");
  });
});

async function takeBackByHand(anna: Operator, step: string): Promise<void> {
  const what = ["-Undo", "-Step", step, "-By", "Anna", "-Note", "nothing stays", "-State", anna.simulator.stateFolder];
  await anna.simulator.run("lync", onprem, [...what, "-Apply", "-Approved", approvedDigest(onprem)]);
}

test("a partner that was switched off or trusted less is set right by one call of its own parameter set", async () => {
  const anna = new Operator(
    trustingServers((state) => {
      const application = { ApplicationIdentifier: "00000002-0000-0FF1-CE00-000000000000", Enabled: false };
      state.partnerApplications = [
        { Identity: "microsoft.exchange", ...application, ApplicationTrustLevel: "User", UseOAuthServer: true },
      ];
    }),
    onprem,
  );
  await converge(anna);
  const [set] = anna.simulator.writes().filter(({ command }) => command === "Set-CsPartnerApplication");
  expect(set?.parameters).toMatchObject({ ApplicationTrustLevel: "Full", Enabled: true, UseOAuthServer: true });
  expect(anna.simulator.state().partnerApplications).toMatchObject([
    { Identity: "microsoft.exchange", ApplicationTrustLevel: "Full", Enabled: true },
    { Identity: "Exchange" },
  ]);
});
