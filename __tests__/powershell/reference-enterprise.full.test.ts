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

describeReference("contoso-enterprise", enterprise(), "sfb2019");
