import { Manifest } from "../runbook/manifest";
import { Diagram } from "./diagram/diagram";
import { partnerCount } from "./diagram/partner-count";
import { sessionFlow } from "./diagram/session-flow";
import { topology } from "./diagram/topology";
import { NOTHING_TOUCHED, touchedBy } from "./diagram/touched";
import { Review } from "./diff";

/** The two pictures of a review, what it touches marked: what stands after it, and who is called when. */
export function diagramsOf({ stack, landscape, partners, sessions, items }: Review): [Diagram, Diagram] {
  const touched = touchedBy(items);
  return [topology(stack, landscape, partners, touched), sessionFlow(stack, sessions.after, touched)];
}

/** The same of a synthesis alone: nothing is marked. */
export function diagramsOfManifest(manifest: Manifest): [Diagram, Diagram] {
  const { stack, landscape, sessions } = manifest;
  return [
    topology(stack, landscape, partnerCount(manifest), NOTHING_TOUCHED),
    sessionFlow(stack, sessions, NOTHING_TOUCHED),
  ];
}
