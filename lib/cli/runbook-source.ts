import * as errors from "../errors";
import { Manifest } from "../runbook/manifest";
import { manifestsAt } from "./manifests";

/** Where a command finds the runbook it is asked about. */
export interface RunbookSource {
  /** A manifest.json, a folder that holds it, or a cdktf.out folder. */
  readonly from: string;
  /** @default - the only one that is there */
  readonly stack?: string;
}

/** @throws when there is no runbook, none of this stack, or several and no stack is named */
export function runbookAt({ from, stack }: RunbookSource): Manifest {
  const manifests = manifestsAt(from);
  const stacks = manifests.map((manifest) => manifest.stack);
  const [first] = stack === undefined ? manifests : manifests.filter((manifest) => manifest.stack === stack);
  if (stack !== undefined && first === undefined) throw errors.noSuchRunbook(from, stack, stacks);
  if (first === undefined) throw errors.noRunbook(from);
  if (stack === undefined && manifests.length > 1) throw errors.severalRunbooks(from, stacks);
  return first;
}
