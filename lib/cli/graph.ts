import { diagramsOfManifest } from "../review/diagram";
import { mermaid } from "../review/diagram/mermaid";
import { printedJson } from "../runbook/log-line";
import { Manifest } from "../runbook/manifest";
import { someStacksAt } from "./manifests";
import { Exit, Terminal } from "./terminal";

export interface GraphOptions {
  readonly json: boolean;
}

/** Version of what --json prints: it grows with every change that a reader could trip over. */
const SCHEMA = 1;

/** Draws every stack of a path, one after the other: what stands, and who is called when. */
export function graph(path: string, { json }: GraphOptions, terminal: Terminal): Exit {
  const manifests = someStacksAt(path).map(({ manifest }) => manifest);
  terminal.data(json ? asData(manifests) : mermaid(manifests.flatMap(diagramsOfManifest)));
  return Exit.FINE;
}

function asData(manifests: readonly Manifest[]): string {
  const stacks = manifests.map((manifest) => ({ stack: manifest.stack, diagrams: diagramsOfManifest(manifest) }));
  return printedJson({ schema: SCHEMA, stacks });
}
