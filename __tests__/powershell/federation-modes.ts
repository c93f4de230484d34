import { readFileSync } from "node:fs";
import { DirectPartner, FederationPolicy } from "../../lib";
import { Baseline, EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { addReceipts, parseHandover } from "../../lib/runbook/receipts";
import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";

export type Mode = "closed" | "open" | "none";
export const MODES: readonly Mode[] = ["closed", "open", "none"];

/** A domain that stands on no list of another mode, and one that changes sides. */
const POLICIES: Readonly<Record<Mode, () => FederationPolicy>> = {
  closed: () =>
    FederationPolicy.closed({
      allowed: ["fabrikam.com", "adatum.com"],
      direct: [DirectPartner.of("wingtip.com", "sip.wingtip.com")],
    }),
  open: () =>
    FederationPolicy.open({
      blocked: ["adatum.com", "tailspintoys.com"],
      direct: [DirectPartner.of("wingtip.com", "sip.wingtip.com")],
    }),
  none: () => FederationPolicy.none(),
};

/** What the servers and the tenant hold when a mode is reached. */
const HELD: Readonly<Record<Mode, unknown>> = {
  closed: {
    edge: { federated: true, discovery: false },
    edgeAllowed: ["adatum.com", "fabrikam.com", "wingtip.com"],
    edgeBlocked: [],
    tenant: { federated: true, allowed: { model: "Closed", entries: ["adatum.com", "fabrikam.com", "wingtip.com"] } },
    tenantBlocked: [],
  },
  open: {
    edge: { federated: true, discovery: true },
    edgeAllowed: ["wingtip.com"],
    edgeBlocked: ["adatum.com", "tailspintoys.com"],
    tenant: { federated: true, allowed: { model: "Open", entries: [] } },
    tenantBlocked: ["adatum.com", "tailspintoys.com"],
  },
  none: {
    edge: { federated: true, discovery: false },
    edgeAllowed: [],
    edgeBlocked: [],
    tenant: { federated: true, allowed: { model: "Closed", entries: [] } },
    tenantBlocked: [],
  },
};

export function held(simulator: Simulator): unknown {
  const { accessEdge, allowedDomains, blockedDomains, tenant } = simulator.state();
  const { AllowFederatedUsers, AllowedDomains, BlockedDomains } = tenant.federation;
  return {
    edge: { federated: accessEdge.AllowFederatedUsers, discovery: accessEdge.EnablePartnerDiscovery },
    edgeAllowed: allowedDomains.map(({ Domain }) => Domain).sort(),
    edgeBlocked: blockedDomains.map(({ Domain }) => Domain).sort(),
    tenant: {
      federated: AllowFederatedUsers,
      allowed: { model: AllowedDomains.model, entries: [...AllowedDomains.entries].sort() },
    },
    tenantBlocked: [...BlockedDomains].sort(),
  };
}

/** A folder of this mode for the simulated deployment, with what was applied before as its baseline. */
export function operatorOf(mode: Mode, simulator: Simulator, baseline: Baseline = EMPTY_BASELINE): Operator {
  return new Operator(simulator, synthContoso({ policy: POLICIES[mode](), baseline }).onprem);
}

/** The committed baseline after everything of the operator's folder was applied. */
export function baselineAfter(operator: Operator): Baseline {
  return addReceipts(EMPTY_BASELINE, parseHandover("hand-over", readFileSync(operator.handover(), "utf8")));
}

/** Applies one mode and then, from the baseline of it, the other. */
export function describeTransition(from: Mode, to: Mode): void {
  describe(`from ${from} to ${to}`, () => {
    const simulator = Simulator.from("nothing");
    let anna: Operator;

    beforeAll(async () => {
      const earlier = operatorOf(from, simulator);
      await earlier.applyAll();
      expect(held(simulator)).toEqual(HELD[from]);
      anna = operatorOf(to, simulator, baselineAfter(earlier));
    });

    test("ends with what is declared, on both sides", async () => {
      const runs = await anna.applyAll();
      expect(runs.map(({ stderr }) => stderr)).toEqual(["", "", ""]);
      expect(held(simulator)).toEqual(HELD[to]);
    });

    test("changes nothing in a second run", async () => {
      for (const shell of ["lync", "teams"] as const) {
        const again = await anna.apply(shell);
        expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
      }
    });
  });
}
