import { readFileSync } from "node:fs";
import { DirectPartner, FederationPolicy } from "../../lib";
import { Baseline, EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { addReceipts, parseHandover } from "../../lib/runbook/receipts";
import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator, SimulatorState } from "../instruments/simulator";

export type Model = "open" | "closed" | "none";

const POLICIES: Readonly<Record<Model, () => FederationPolicy>> = {
  open: () =>
    FederationPolicy.open({
      direct: [DirectPartner.of("wingtip.com", "sip.wingtip.com")],
      blocked: ["tailspintoys.com"],
    }),
  closed: () => FederationPolicy.closed({ allowed: ["fabrikam.com"], blocked: ["adatum.com"] }),
  none: () => FederationPolicy.none(),
};

/** What both sides hold under a model. */
const HELD: Readonly<Record<Model, unknown>> = {
  open: {
    discovery: true,
    allowed: [["wingtip.com", "sip.wingtip.com"]],
    blocked: ["tailspintoys.com"],
    online: [{ model: "Open", entries: [] }, ["tailspintoys.com"], true],
  },
  closed: {
    discovery: false,
    allowed: [["fabrikam.com", null]],
    blocked: ["adatum.com"],
    online: [{ model: "Closed", entries: ["fabrikam.com"] }, ["adatum.com"], true],
  },
  none: { discovery: false, allowed: [], blocked: [], online: [{ model: "Closed", entries: [] }, [], true] },
};

function held({ accessEdge, allowedDomains, blockedDomains, tenant }: SimulatorState): unknown {
  const { AllowedDomains, BlockedDomains, AllowFederatedUsers } = tenant.federation;
  return {
    discovery: accessEdge.EnablePartnerDiscovery,
    allowed: allowedDomains.map(({ Domain, ProxyFqdn }) => [Domain, ProxyFqdn]),
    blocked: blockedDomains.map(({ Domain }) => Domain),
    online: [AllowedDomains, BlockedDomains, AllowFederatedUsers],
  };
}

function merged(anna: Operator, baseline: Baseline): Baseline {
  return addReceipts(baseline, parseHandover(anna.handover(), readFileSync(anna.handover(), "utf8")));
}

/** From one model, applied and recorded, to another: the second declaration is what both sides hold, and stays so. */
export function describeTransition(from: Model, to: Model): void {
  test(`federation goes from ${from} to ${to} on both sides, and a second run writes nothing`, async () => {
    const first = new Operator(Simulator.from("nothing"), synthContoso({ policy: POLICIES[from]() }).onprem);
    await first.applyAll();
    expect(held(first.simulator.state())).toEqual(HELD[from]);
    const baseline = merged(first, EMPTY_BASELINE);
    const second = new Operator(first.simulator, synthContoso({ policy: POLICIES[to](), baseline }).onprem);
    const runs = await second.applyAll();
    expect(runs.slice(1).map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
      [expect.any(Number), ""],
      [0, ""],
    ]);
    expect(held(second.simulator.state())).toEqual(HELD[to]);
    for (const shell of ["lync", "teams"] as const) expect((await second.apply(shell)).writes).toEqual([]);
  });
}
