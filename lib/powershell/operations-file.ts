import { join } from "node:path";
import { KindRow } from "../onprem/catalog/kind";
import { sortedSet } from "../values/text-order";
import { joined } from "./runtime-file";

/** Reviewed functions that stand for cmdlets, beside this file: in the sources and in the built package alike. */
const OPERATIONS = join(__dirname, "operations");

/** Name of the file in the runbook folder. */
export const OPERATIONS_FILE = "Hybrid.Operations.ps1";

/** Names of the files that these kinds need, without .ps1. */
export function operationFiles(rows: readonly KindRow[]): string[] {
  return sortedSet(rows.flatMap(({ functions }) => functions?.files ?? []));
}

/** Hybrid.Operations.ps1: the files of operations/ that this runbook uses, verbatim and in name order. */
export function operationsFile(names: readonly string[]): string {
  return joined(names.map((name) => join(OPERATIONS, `${name}.ps1`)));
}
