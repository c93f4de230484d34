import { readFileSync } from "node:fs";
import { join } from "node:path";
import { X509Certificate } from "node:crypto";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator, SimulatorState } from "../instruments/simulator";
import { synthesize } from "../rules/synthesis";
import { CERTIFICATE, converge, declareTrust, folderOf, TENANT_ID, TrustOptions } from "./trusted-deployment";

const THUMBPRINT = new X509Certificate(readFileSync(CERTIFICATE)).fingerprint.replace(/:/g, "");
const METADATA = `https://accounts.accesscontrol.windows.net/${TENANT_ID}/metadata/json/1`;
const onprem = folderOf(synthesize((stack) => declareTrust(stack)));

function simulator(edit: (state: SimulatorState) => void = () => undefined): Simulator {
  const servers = Simulator.from("nothing");
  servers.change((state) => {
    state.computerStore = [THUMBPRINT, "00AA"];
    edit(state);
  });
  return servers;
}

const trustOf = ({ oAuthConfiguration, oAuthServers, partnerApplications, certificates }: SimulatorState): unknown => ({
  oAuthConfiguration,
  oAuthServers,
  partnerApplications,
  certificates,
});

async function undo(anna: Operator, step: string): ReturnType<Simulator["run"]> {
  const what = ["-Undo", "-Step", step, "-State", anna.simulator.stateFolder];
  return anna.simulator.run("lync", onprem, [...what, "-Apply", "-Approved", approvedDigest(onprem)]);
}

describe("servers that trust nobody yet", () => {
  const anna = new Operator(simulator(), onprem);

  test("trust Exchange and the token server when all steps are done, and sign with the certificate", async () => {
    await converge(anna);
    const state = anna.simulator.state();
    expect(state.certificates).toEqual([{ Use: "OAuthTokenIssuer", Thumbprint: THUMBPRINT }]);
    expect(state.oAuthConfiguration).toMatchObject({
      ServiceName: "00000004-0000-0ff1-ce00-000000000000",
      ExchangeAutodiscoverUrl: "https://autodiscover.contoso.com/autodiscover/autodiscover.svc",
    });
    expect(state.oAuthServers).toMatchObject([{ Identity: "microsoft.sts", MetadataUrl: METADATA }]);
    const partners = [...state.partnerApplications].sort((one, other) =>
      String(one.Identity) < String(other.Identity) ? -1 : 1,
    );
    expect(partners).toMatchObject([
      {
        Identity: "Exchange",
        ApplicationTrustLevel: "Full",
        MetadataUrl: "https://autodiscover.contoso.com/autodiscover/metadata/json/1",
      },
      {
        Identity: "microsoft.exchange",
        ApplicationIdentifier: "00000002-0000-0ff1-ce00-000000000000",
        UseOAuthServer: true,
      },
    ]);
  });

  test("are written to in an order in which nobody is refused: certificate, then what signs with it", () => {
    const writes = anna.simulator.writes().map(({ command, parameters }) => [command, parameters.Identity]);
    const first = writes.findIndex(([command]) => command === "Set-CsCertificate");
    expect(writes[first]).toEqual(["Set-CsCertificate", "global"]);
    const later = writes.slice(first).map(([command]) => command);
    for (const command of ["Set-CsOAuthConfiguration", "New-CsOAuthServer", "New-CsPartnerApplication"]) {
      expect(later).toContain(command);
    }
    expect(writes.slice(0, first).filter(([command]) => /OAuth|Partner/.test(String(command)))).toEqual([]);
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

describe("servers that sign with a certificate already", () => {
  const only: TrustOptions = { exchange: null, cloud: null };
  const folder = folderOf(synthesize((stack) => declareTrust(stack, only)));
  const step = ["-Step", "CsCertificate/OAuthTokenIssuer"];
  const of = async (anna: Operator, what: readonly string[]): ReturnType<Simulator["run"]> => {
    const args = ["-State", anna.simulator.stateFolder, "-Apply", "-Approved", approvedDigest(folder)];
    return anna.simulator.run("lync", folder, [...what, ...step, ...args]);
  };

  test("get the declared one, and by undo the earlier one", async () => {
    const anna = new Operator(
      simulator((state) => {
        state.certificates = [
          { Use: "OAuthTokenIssuer", Thumbprint: "00AA" },
          { Use: "Default", Thumbprint: "00BB" },
        ];
      }),
      folder,
    );
    const before = trustOf(anna.simulator.state());
    await anna.signOffAll();
    await of(anna, []);
    const ofState = anna.simulator.state().certificates.map(({ Use, Thumbprint }) => `${Use} ${Thumbprint}`);
    expect(ofState.sort()).toEqual(["Default 00BB", `OAuthTokenIssuer ${THUMBPRINT}`]);
    const run = await of(anna, ["-Undo"]);
    expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
    const after = anna.simulator.state();
    after.certificates.sort((left, right) => (left.Use < right.Use ? 1 : -1));
    expect(trustOf(after)).toEqual(before);
  });

  test("have none by undo where none was, and other uses keep theirs", async () => {
    const anna = new Operator(
      simulator((state) => {
        state.certificates = [{ Use: "Default", Thumbprint: "00BB" }];
      }),
      folder,
    );
    await anna.signOffAll();
    await of(anna, []);
    expect(anna.simulator.state().certificates.length).toBe(2);
    expect((await of(anna, ["-Undo"])).exitCode).toBe(0);
    expect(anna.simulator.state().certificates).toEqual([{ Use: "Default", Thumbprint: "00BB" }]);
  });

  test("are not written to when the certificate is theirs already, in small letters too", async () => {
    const anna = new Operator(
      simulator((state) => {
        state.certificates = [{ Use: "OAuthTokenIssuer", Thumbprint: THUMBPRINT.toLowerCase() }];
      }),
      folder,
    );
    await anna.signOffAll();
    expect((await of(anna, [])).writes).toEqual([]);
  });

  test("are refused when two come back for the use: nobody knows which one signs", async () => {
    const anna = new Operator(
      simulator((state) => {
        state.certificates = ["00AA", THUMBPRINT].map((Thumbprint) => ({ Use: "OAuthTokenIssuer", Thumbprint }));
      }),
      folder,
    );
    await anna.signOffAll();
    const run = await of(anna, []);
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toContain("2 objects have the identity OAuthTokenIssuer; one was expected");
  });

  test("are written to by a person first: without the key in the store the assignment fails and says so", async () => {
    const anna = new Operator(
      simulator((state) => {
        state.computerStore = [];
      }),
      folder,
    );
    expect((await of(anna, [])).writes).toEqual([]);
    await anna.signOffAll();
    const run = await of(anna, []);
    expect(run.exitCode).not.toBe(0);
    expect(run.stdout + run.stderr).toContain("No certificate with a private key");
  });
});

describe("servers that believe the token server of another tenant", () => {
  test("are refused, with what a person does", async () => {
    const anna = new Operator(
      simulator((state) => {
        state.oAuthServers = [
          { Identity: "microsoft.sts", MetadataUrl: METADATA.replace(TENANT_ID, TENANT_ID.replace("1111", "9999")) },
        ];
      }),
      onprem,
    );
    await anna.signOffAll();
    const run = await anna.apply("lync");
    expect(run.stdout).toContain("MetadataUrl cannot be changed after creation");
    expect(run.writes.map(({ command }) => command)).not.toContain("Set-CsOAuthServer");
    expect(readFileSync(join(onprem, "RUNBOOK.md"), "utf8")).toContain("Remove-CsOAuthServer microsoft.sts");
  });
});

test("a partner of another application under the same name is refused, never changed", async () => {
  const partner = { Identity: "microsoft.exchange", ApplicationIdentifier: "other", ApplicationTrustLevel: "Full" };
  const anna = new Operator(
    simulator((state) => {
      state.partnerApplications = [{ ...partner, Enabled: true }];
    }),
    onprem,
  );
  await anna.signOffAll();
  const run = await anna.apply("lync");
  expect(run.stdout).toContain("ApplicationIdentifier cannot be changed after creation");
  expect(anna.simulator.state().partnerApplications).toContainEqual({ ...partner, Enabled: true });
});

test("a partner that was switched off or trusted less is set right by one call of its own parameter set", async () => {
  const anna = new Operator(
    simulator((state) => {
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
