import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack } from "cdktf";
import { EdgePool, ServerVersion, Site } from "../../lib";
import { isRoom } from "../../lib/onprem/room";
import { declareContoso } from "../instruments/contoso";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { synthesize, Synthesis } from "../rules/synthesis";

const STEP = "CsSite/HQ";

function withSite(stack: TerraformStack, siteId = "HQ", version = ServerVersion.LYNC_2013): void {
  const hybrid = declareContoso(stack, { version });
  const edge = hybrid.node
    .findAll()
    .filter(isRoom)
    .find((room) => room instanceof EdgePool);
  if (edge === undefined) throw new Error("main.ts declares an Edge pool");
  new Site(hybrid, "hq", { siteId, federationRoute: edge });
}

const folder = (synthesis: Synthesis): string => join(synthesis.outdir, "stacks", "contoso", "onprem");
const onprem = folder(
  synthesize((stack) => {
    withSite(stack);
  }),
);

describe("the script of a site", () => {
  const script = readFileSync(join(onprem, "10-prepare", "CsSite.HQ.ps1"), "utf8");

  test("changes the route and can neither make nor remove a site", () => {
    expect(script).toContain("{ param($values, $found) Lync\\Set-CsSite -Identity 'HQ' @values");
    expect(script).toContain("FederationRoute = 'EdgeServer:edge01.contoso.local'");
    expect(script).toContain("Lync\\Enable-CsTopology");
    expect(script).not.toMatch(/New-CsSite|Remove-CsSite/);
  });

  test("reads in RUNBOOK.md as the call it is", () => {
    const runbook = readFileSync(join(onprem, "RUNBOOK.md"), "utf8");
    expect(runbook).toContain("Lync\\Set-CsSite -Identity 'HQ' -FederationRoute 'EdgeServer:edge01.contoso.local'");
    expect(runbook).toContain("lower the TTL of its DNS records first");
    expect(runbook).not.toContain("New-CsSite");
  });

  test("waits until the Edge pool is published", () => {
    const index = JSON.parse(readFileSync(join(onprem, "steps.json"), "utf8")) as {
      steps: { id: string; after: string[] }[];
    };
    expect(index.steps.find(({ id }) => id === STEP)?.after).toEqual(["publish-edge-federation/edge01.contoso.local"]);
  });
});

describe("a site whose federation has no route", () => {
  const anna = new Operator(Simulator.from("nothing"), onprem);
  const route = (): unknown => anna.simulator.state().sites[0]?.FederationRoute;

  test("gets the route, and a second run changes nothing", async () => {
    const [, lync] = await anna.applyAll();
    expect({ exit: lync?.exitCode, stderr: lync?.stderr }).toEqual({ exit: 5, stderr: "" });
    expect(anna.simulator.state().sites).toEqual(Simulator.seed("right").sites);
    const again = await anna.apply("lync");
    expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
  });

  test("is not taken back by script: there was no route, and none cannot be written", async () => {
    const what = ["-Undo", "-Step", STEP, "-State", anna.simulator.stateFolder];
    const run = await anna.simulator.run("lync", onprem, [...what, "-Apply", "-Approved", approvedDigest(onprem)]);
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toContain("FederationRoute had no value before the first write");
    expect(route()).toBe("EdgeServer:edge01.contoso.local");
  });
});

test("a route that was another one comes back by undo, under the bare name of the site", async () => {
  const anna = new Operator(Simulator.from("right"), onprem);
  anna.simulator.change((state) => {
    state.sites = [{ Identity: "Site:HQ", Name: "HQ", FederationRoute: "EdgeServer:lync01.contoso.local" }];
  });
  await anna.signOff();
  await anna.apply("lync");
  const what = ["-Undo", "-Step", STEP, "-State", anna.simulator.stateFolder];
  const run = await anna.simulator.run("lync", onprem, [...what, "-Apply", "-Approved", approvedDigest(onprem)]);
  expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
  expect(anna.simulator.state().sites[0]?.FederationRoute).toBe("EdgeServer:lync01.contoso.local");
});

test("a site that nobody made is refused, with the person as the next move", async () => {
  const other = folder(
    synthesize((stack) => {
      withSite(stack, "Branch Office");
    }),
  );
  const anna = new Operator(Simulator.from("right"), other);
  await anna.signOff();
  const run = await anna.apply("lync");
  expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
  expect(run.stdout).toContain("Branch Office does not exist, and this step has no call that creates it");
});

test("a server that does not show the route is refused: nobody would know what was there", async () => {
  const anna = new Operator(Simulator.from("right"), onprem);
  anna.simulator.change((state) => {
    state.sites = [{ Identity: "Site:HQ", Name: "HQ" } as (typeof state.sites)[number]];
  });
  await anna.signOff();
  const run = await anna.apply("lync");
  expect(run.writes).toEqual([]);
  expect(run.stdout).toContain(
    "How Get-CsSite shows the federation route is not documented. Set it in Topology Builder",
  );
});

describe("a site", () => {
  test.each([
    ["", /"siteId" must not be empty/],
    ["Site:HQ", /bare name of a site, got "Site:HQ".*Write "HQ"/],
    ["${var.site}", /exists only after terraform apply/],
  ])("is refused with the name %p", (siteId, refusal) => {
    expect(() =>
      synthesize((stack) => {
        withSite(stack, siteId);
      }),
    ).toThrow(refusal);
  });
});
