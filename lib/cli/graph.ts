import { diagramsOf, diagramsOfManifest } from "../review/diagram";
import { Diagram } from "../review/diagram/diagram";
import { mermaid } from "../review/diagram/mermaid";
import { printedJson } from "../runbook/log-line";
import { someStacksAt } from "./manifests";
import { reviewsOf } from "./reviews";
import { Exit, Terminal } from "./terminal";

export interface GraphOptions {
  readonly json: boolean;
  /** What it is compared with: what a change touches is marked. @default - nothing is marked */
  readonly before?: string;
}

/** Version of what --json prints: it grows with every change that a reader could trip over. */
const SCHEMA = 1;

/** Draws every stack of a path, one after the other: what stands, and who is called when. */
export function graph(path: string, { json, before }: GraphOptions, terminal: Terminal): Exit {
  const pictures = before === undefined ? standing(path) : compared(before, path);
  if (json) terminal.data(printedJson({ schema: SCHEMA, stacks: pictures }));
  else terminal.data(mermaid(pictures.flatMap(({ diagrams }) => diagrams)));
  return Exit.FINE;
}

interface Picture {
  readonly stack: string;
  readonly diagrams: readonly Diagram[];
}

function standing(path: string): Picture[] {
  return someStacksAt(path).map(({ manifest }) => ({ stack: manifest.stack, diagrams: diagramsOfManifest(manifest) }));
}

function compared(before: string, path: string): Picture[] {
  const reviews = reviewsOf(someStacksAt(before), someStacksAt(path), path, { acceptances: [], plans: [] });
  return reviews.map((review) => ({ stack: review.stack, diagrams: diagramsOf(review) }));
}
