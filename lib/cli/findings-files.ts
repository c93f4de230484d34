import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as errors from "../errors";
import { Finding } from "../rules/finding";
import { exactly, listOf, oneOf, parseJson } from "../runbook/json-shape";
import { FINDING } from "../runbook/manifest-reader";
import { byText } from "../values/text-order";
import { someStacksAt } from "./manifests";

/** The findings of one stack, and the file that holds them. */
export interface FindingsFile {
  readonly stack: string;
  readonly file: string;
  readonly findings: readonly Finding[];
}

const FILE = exactly({ schema: oneOf(1), findings: listOf(FINDING) });

/**
 * The findings below a path. A synthesis that was refused leaves no new manifest, and the findings that refused it beside
 * the stacks: these are the newest in any case, so they count more than a manifest.
 *
 * @throws when there are neither findings nor a runbook
 */
export function findingsAt(path: string): FindingsFile[] {
  const beside = findingsBeside(path);
  if (beside.length > 0) return beside;
  return someStacksAt(path).map(({ file, manifest: { stack, findings } }) => ({ stack, file, findings }));
}

function findingsBeside(path: string): FindingsFile[] {
  const folder = join(path, "findings");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort(byText).map((name) => readFindings(join(folder, name)));
}

function readFindings(file: string): FindingsFile {
  try {
    const { findings } = parseJson(readFileSync(file, "utf8"), FILE);
    return { stack: basename(file, ".json"), file, findings };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw errors.notReadable("a file of findings", file, reason, "write it again with cdktf synth and this version");
  }
}
