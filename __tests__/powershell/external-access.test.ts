import { App, TerraformStack } from "cdktf";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ExternalAccessPolicy, OnlineExternalAccessPolicy, OnlineTenant } from "../../lib";
import { declareContoso, synthQuietly, temporaryFolder } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator, SimulatorState } from "../instruments/simulator";

function withPolicies(): string {
  const outdir = join(temporaryFolder(), "cdktf.out");
  mkdirSync(outdir);
  const app = new App({ outdir });
  const hybrid = declareContoso(new TerraformStack(app, "contoso"));
  const tenant = hybrid.node.findChild("tenant") as OnlineTenant;
  new ExternalAccessPolicy(hybrid, "external-access");
  new OnlineExternalAccessPolicy(hybrid, "online-external-access", { tenant, outside: false });
  synthQuietly(app);
  return join(outdir, "stacks", "contoso", "onprem");
}

/** Identity, federation and outside of every policy of both products. */
function policies({ externalAccessPolicies, tenant }: SimulatorState): unknown {
  const short = (list: SimulatorState["externalAccessPolicies"]): unknown[] =>
    list.map(({ Identity, EnableFederationAccess, EnableOutsideAccess }) => [
      Identity,
      EnableFederationAccess,
      EnableOutsideAccess,
    ]);
  return { onPremises: short(externalAccessPolicies), online: short(tenant.externalAccessPolicies) };
}

describe("the external access policies of both sides", () => {
  const anna = new Operator(Simulator.from("nothing"), withPolicies());

  test("are set for everybody, each in its own product; policies of single people stay as they are", async () => {
    await anna.applyAll();
    expect(policies(anna.simulator.state())).toEqual({
      onPremises: [
        ["Global", true, true],
        ["Tag:Visitors", false, false],
      ],
      online: [
        ["Global", true, false],
        ["Tag:NoFederation", false, false],
      ],
    });
  });

  test("are left alone by a second run, also where the Teams module was imported after the server's", async () => {
    const lync = await anna.apply("lync", { beside: ["MicrosoftTeams"] });
    expect({ exit: lync.exitCode, writes: lync.writes }).toEqual({ exit: 0, writes: [] });
    const asked = lync.calls.filter(({ command }) => command === "Get-CsExternalAccessPolicy");
    expect(asked.map(({ module }) => module)).toEqual(["Lync"]);
    const teams = await anna.apply("teams");
    expect({ exit: teams.exitCode, writes: teams.writes }).toEqual({ exit: 0, writes: [] });
  });

  test("are put back as they were, the cloud first", async () => {
    await anna.undo("teams");
    await anna.undo("lync");
    expect(policies(anna.simulator.state())).toEqual(policies(Simulator.seed("nothing")));
  });
});
