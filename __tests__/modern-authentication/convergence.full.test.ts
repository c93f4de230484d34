import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ModernAuthenticationStage, ServerVersion } from "../../lib";
import { exchangeOf, NO_OVERRIDES } from "../instruments/exchange";
import { folderContent } from "../instruments/folder-content";
import { checkCall, parseScripts } from "../instruments/powershell";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator, SimulatorState } from "../instruments/simulator";
import { namesOf } from "../powershell/emitted-calls";
import { OF_2015, OF_2019 } from "../powershell/versions";
import { directory } from "../trust/trusted-deployment";
import { modernFolder } from "./modern-deployment";

const METADATA = "https://login.windows.net/common/FederationMetadata/2007-06/FederationMetadata.xml";

function company(): Simulator {
  const state: SimulatorState = {
    ...Simulator.seed("nothing"),
    exchange: structuredClone(NO_OVERRIDES),
    graph: directory(),
  };
  return Simulator.from(state, { server: "sfb2019" });
}

/** Signs and runs in every shell until nothing is left to do. What was signed for other words is signed again. */
async function everything(anna: Operator): Promise<void> {
  const text = readFileSync(join(anna.onprem, "steps.json"), "utf8");
  const { steps } = JSON.parse(text) as { steps: { id: string; shape: string; shell: string }[] };
  const shells = (["graph", "lync", "exchange"] as const).filter((shell) => steps.some((step) => step.shell === shell));
  for (let round = 0; round < 4; round += 1) {
    for (const { id, shape } of steps) if (shape === "manual") await anna.signOff(id);
    const codes: (number | null)[] = [];
    for (const shell of shells) codes.push((await anna.apply(shell)).exitCode);
    if (codes.every((code) => code === 0)) return;
  }
  throw new Error("the runbook does not come to an end");
}

function signIn(anna: Operator): { servers: unknown; exchange: unknown } {
  const state = anna.simulator.state();
  return {
    servers: state.oAuthConfiguration.ClientAuthorizationOAuthServerIdentity ?? "",
    exchange: exchangeOf(state).organization?.OAuth2ClientProfileEnabled,
  };
}

describe("servers with modern authentication", () => {
  test("believe the token service and change nothing else while it is prepared", async () => {
    const anna = new Operator(company(), modernFolder({ stage: ModernAuthenticationStage.PREPARED }));
    await everything(anna);
    expect(anna.simulator.state().oAuthServers).toEqual([
      expect.objectContaining({
        Identity: "evoSTS",
        MetadataUrl: METADATA,
        Type: "AzureAD",
        AcceptSecurityIdentifierInformation: true,
      }),
    ]);
    expect(signIn(anna)).toEqual({ servers: "", exchange: false });
    const written = anna.simulator.writes().length;
    expect((await anna.apply("lync")).exitCode).toBe(0);
    expect(anna.simulator.writes().length).toBe(written);
  });

  test("are switched after the proof and not before, are switched once, and are switched back", async () => {
    const anna = new Operator(company(), modernFolder());
    await anna.apply("lync");
    expect(signIn(anna)).toEqual({ servers: "", exchange: false });
    await everything(anna);
    expect(signIn(anna)).toEqual({ servers: "evoSTS", exchange: true });
    const written = anna.simulator.writes().length;
    await anna.apply("lync");
    await anna.apply("exchange");
    expect(anna.simulator.writes().length).toBe(written);
    const back = new Operator(anna.simulator, modernFolder({ stage: ModernAuthenticationStage.SWITCHED_BACK }));
    await everything(back);
    expect(signIn(back)).toEqual({ servers: "", exchange: false });
  });

  test("are not switched while Exchange is not: the servers come last", async () => {
    const anna = new Operator(company(), modernFolder());
    await anna.signOffAll();
    const run = await anna.apply("lync");
    expect(run.exitCode).not.toBe(0);
    expect(signIn(anna).servers).toBe("");
  });

  test("undo stops at the switch and says what is typed by hand where no server was named before", async () => {
    const anna = new Operator(company(), modernFolder());
    await everything(anna);
    const undo = (step: string, ...rest: string[]): ReturnType<Simulator["run"]> => {
      const approved = ["-Apply", "-Approved", approvedDigest(anna.onprem)];
      const what = ["-Undo", "-Step", step, "-State", anna.simulator.stateFolder, ...approved, ...rest];
      return anna.simulator.run("lync", anna.onprem, what);
    };
    await undo("test-modern-authentication/contoso.onmicrosoft.com", "-By", "Anna", "-Note", "nothing to take back");
    const run = await undo("CsOAuthConfiguration/Global/modern-authentication");
    expect(run.stdout.replace(/\s+/g, " ")).toContain(
      'By hand: Set-CsOAuthConfiguration -ClientAuthorizationOAuthServerIdentity ""',
    );
    expect(signIn(anna)).toEqual({ servers: "evoSTS", exchange: true });
  });

  test("undo gives the servers the token service back that clients had before", async () => {
    const simulator = company();
    simulator.change((state) => {
      state.oAuthServers = [{ Identity: "sts.contoso.com", MetadataUrl: "https://sts.contoso.com/metadata" }];
      state.oAuthConfiguration.ClientAuthorizationOAuthServerIdentity = "sts.contoso.com";
    });
    const anna = new Operator(simulator, modernFolder());
    await everything(anna);
    const common = ["-State", simulator.stateFolder, "-Apply", "-Approved", approvedDigest(anna.onprem)];
    const proof = ["-Step", "test-modern-authentication/contoso.onmicrosoft.com", "-By", "Anna", "-Note", "none"];
    await simulator.run("lync", anna.onprem, ["-Undo", ...proof, ...common]);
    const step = ["-Step", "CsOAuthConfiguration/Global/modern-authentication"];
    await simulator.run("lync", anna.onprem, ["-Undo", ...step, ...common]);
    expect(signIn(anna).servers).toBe("sts.contoso.com");
    await simulator.run("exchange", anna.onprem, [
      ...["-Undo", "-Step", "OrganizationConfig/Global/modern-authentication"],
      ...common,
    ]);
    expect(signIn(anna).exchange).toBe(false);
  });
});

test.each([OF_2015, OF_2019])(
  "modern authentication calls only what the cmdlets of $version.productName know",
  async ({ version, server, module }) => {
    const onprem = modernFolder({ version });
    const paths = Object.keys(folderContent(onprem)).filter((path) => /\/(CsOAuth|OrganizationConfig)/.test(path));
    expect(paths.length).toBe(3);
    const reports = await parseScripts(paths.map((path) => join(onprem, path)));
    expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
    const calls = reports.flatMap((report) => report.commands.map((call) => ({ report, call })));
    const emitted = calls.filter(({ call }) => /-Cs|-OrganizationConfig/.test(call.name ?? ""));
    expect(emitted.length).toBeGreaterThan(6);
    for (const { report, call } of emitted) {
      const name = call.name ?? "";
      const known = name.startsWith(`${module}\\`) ? server : "exchange2019";
      expect(checkCall(known, name, namesOf(report, call))).toEqual([]);
    }
  },
);

test("Lync Server 2013 is refused", () => {
  expect(() => modernFolder({ version: ServerVersion.LYNC_2013 })).toThrow("HYB-TRU-061");
});
