import { FederationPolicy } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { describeTransition } from "./federation-models";

describeTransition("closed", "open");

describe("a tenant that lets in everybody and shall let in nobody", () => {
  const { onprem } = synthContoso({ policy: FederationPolicy.none() });
  const anna = new Operator(Simulator.from("nothing"), onprem);

  test("is given the documented blank list, and says so beforehand", async () => {
    const { stdout } = await anna.dryRun("teams");
    expect(stdout).toContain("~ AllowedDomains: everybody (open) -> nobody (closed, 0)");
    expect(stdout).toContain(
      "-AllowedDomains (MicrosoftTeams\\New-CsEdgeAllowList -AllowedDomain $null -ErrorAction Stop)",
    );
  });

  test("gets everybody back when it is undone", async () => {
    await anna.applyAll();
    expect(anna.simulator.state().tenant.federation.AllowedDomains).toEqual({ model: "Closed", entries: [] });
    await anna.undo("teams");
    expect(anna.simulator.state().tenant.federation.AllowedDomains).toEqual({ model: "Open", entries: [] });
  });
});

test("nobody blocks on a partner of unknown origin: it is named, and nothing is removed", async () => {
  const anna = new Operator(Simulator.from("foreign"), synthContoso({ policy: FederationPolicy.none() }).onprem);
  await anna.signOff();
  const run = await anna.apply("lync");
  expect(run.exitCode).toBe(7);
  expect(run.stdout).toContain("? undeclared.example in CsAllowedDomain");
  expect(anna.simulator.state().allowedDomains.map(({ Domain }) => Domain)).toEqual(["undeclared.example"]);
});
