import { join } from "node:path";
import { synthExample } from "../instruments/examples";
import { Operator } from "../instruments/runbook-run";
import { Simulator, SimulatorState } from "../instruments/simulator";
import { describeReference } from "./reference-deployments";

/** Two sites, whose routes nobody set yet, and the Edge pool they shall have. */
function enterprise(): SimulatorState {
  const seed = Simulator.seed("nothing");
  const [[site], [pool]] = [seed.sites, seed.pools];
  if (site === undefined || pool === undefined) throw new Error("the seed has no site or no pool");
  const edge = { ...pool, Identity: "edgepool-emea.corp.contoso.com", Fqdn: "edgepool-emea.corp.contoso.com" };
  return {
    ...seed,
    pools: [...seed.pools, edge],
    sites: ["Dublin", "Redmond"].map((name) => ({ ...site, Identity: `Site:${name}`, Name: name })),
  };
}

test("the reference deployment contoso-enterprise converges, and the same lines again write nothing", async () => {
  const onprem = join(synthExample("contoso-enterprise"), "stacks", "contoso-enterprise", "onprem");
  const anna = new Operator(Simulator.from(enterprise(), { server: "sfb2019" }), onprem);
  await anna.signOffAll();
  expect((await anna.apply("lync")).exitCode).toBe(5);
  expect((await anna.apply("teams")).exitCode).toBe(0);
  const { sites, sipDomains } = anna.simulator.state();
  expect(sites.map(({ FederationRoute }) => FederationRoute)).toEqual(
    Array(2).fill("EdgeServer:edgepool-emea.corp.contoso.com"),
  );
  expect(sipDomains.filter(({ IsDefault }) => IsDefault).map(({ Name }) => Name)).toEqual(["contoso.com"]);
  for (const shell of ["lync", "teams"] as const) expect((await anna.apply(shell)).writes).toEqual([]);
});

describeReference("contoso-enterprise", enterprise(), "sfb2019");
