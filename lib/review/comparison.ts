import { Manifest } from "../runbook/manifest";
import { Change, ObjectChange } from "./change";
import { objectChanges } from "./object-changes";
import { orderChanges, waitChanges } from "./order-changes";
import { partChanges } from "./part-changes";
import { stepFieldChanges, stepSetChanges } from "./step-changes";

/**
 * What differs between two manifests, as meaning: where a step was declared, the digest and the findings are no difference.
 * Both come from synthesis alone, so this needs no credentials and no server.
 */
export function changesBetween(before: Manifest, after: Manifest): Change[] {
  const earlier = new Map(before.steps.map((step) => [step.id, step]));
  const isOpen = edgeIsOpen(after);
  const inPlace = after.steps.flatMap((step): Change[] => {
    const was = earlier.get(step.id);
    if (was === undefined) return [];
    const objects = objectChanges(was, step).map((change) => ({
      ...change,
      everybodyAllowed: isOpen && isAllowed(change),
    }));
    return [...objects, ...stepFieldChanges(was, step, objects.length > 0)];
  });
  return [
    ...partChanges(before, after),
    ...stepSetChanges(before, after),
    ...inPlace,
    ...waitChanges(before, after),
    ...orderChanges(before, after),
  ];
}

function isAllowed({ noun }: ObjectChange): boolean {
  return noun === "CsAllowedDomain";
}

/** Partner discovery lets in whoever is found by DNS; the allow list only vouches for some of them. */
function edgeIsOpen({ steps }: Manifest): boolean {
  const edges = steps.flatMap(({ objects }) => objects.filter(({ noun }) => noun === "CsAccessEdgeConfiguration"));
  return edges.some(({ properties }) => properties.EnablePartnerDiscovery === true);
}
