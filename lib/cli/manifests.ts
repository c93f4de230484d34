import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import * as errors from "../errors";
import { Manifest } from "../runbook/manifest";
import { readManifest } from "../runbook/manifest-reader";
import { byText } from "../values/text-order";

const MANIFEST = "manifest.json";
const TERRAFORM = "cdk.tf.json";

/** One stack below a path that somebody named. */
export interface StackFiles {
  /** Path of the manifest. */
  readonly file: string;
  readonly manifest: Manifest;
  /** Folder of the runbook; undefined where a manifest alone was named. */
  readonly folder: string | undefined;
  /** Path of the stack's Terraform; undefined where there is none, as in a rendered runbook. */
  readonly terraform: string | undefined;
}

/** Folders of the synthesized stacks, in order of their names. */
export function stackFolders(outdir: string): string[] {
  const stacks = join(outdir, "stacks");
  return foldersIn(stacks).filter((folder) => existsSync(join(stacks, folder, "onprem", MANIFEST)));
}

/**
 * The manifests that a path stands for: the file itself, a runbook folder, a stack's folder, cdktf.out, or a folder of
 * rendered runbooks. An empty folder stands for nothing declared, so that a first pull request can be compared.
 *
 * @throws when there is none, or two hold the same stack
 */
export function manifestsAt(path: string): Manifest[] {
  return stacksAt(path).map(({ manifest }) => manifest);
}

/**
 * The same stacks as `manifestsAt`, with the places of what else belongs to them; nothing but the manifests is read.
 *
 * @throws when there is none, or two hold the same stack
 */
export function stacksAt(path: string): StackFiles[] {
  const stacks = places(path).map(({ manifest, ...place }) => ({
    file: manifest,
    manifest: readManifest(manifest),
    ...place,
  }));
  const names = stacks.map(({ manifest }) => manifest.stack);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw unusable(path, `it holds the stack "${twice}" twice`);
  return stacks;
}

/** The same where nothing declared would be nothing to show. */
export function someStacksAt(path: string): StackFiles[] {
  const stacks = stacksAt(path);
  if (stacks.length === 0) throw unusable(path, "it is empty");
  return stacks;
}

interface Place {
  readonly manifest: string;
  readonly folder: string | undefined;
  readonly terraform: string | undefined;
}

function places(path: string): Place[] {
  if (!existsSync(path)) throw unusable(path, "it does not exist");
  if (!statSync(path).isDirectory()) return [{ manifest: path, folder: undefined, terraform: undefined }];
  const entries = readdirSync(path);
  if (entries.length === 0) return [];
  // cdktf.out holds a manifest.json of cdktf's own, so its stacks come first.
  const found = entries.includes("stacks")
    ? stackFolders(path).map((stack) => stackPlace(join(path, "stacks", stack)))
    : [stackPlace(path), runbookPlace(path)].filter(holdsRunbook).slice(0, 1);
  if (found.length > 0) return found;
  const rendered = foldersIn(path).map((folder) => runbookPlace(join(path, folder)));
  const runbooks = rendered.filter(holdsRunbook);
  if (runbooks.length === 0) throw unusable(path, "no runbook stands in it or below it");
  return runbooks;
}

/** A synthesized stack: its Terraform stands beside the folder of the runbook. */
function stackPlace(path: string): Place {
  const terraform = join(path, TERRAFORM);
  return { ...runbookPlace(join(path, "onprem")), terraform: existsSync(terraform) ? terraform : undefined };
}

function runbookPlace(folder: string): Place {
  return { manifest: join(folder, MANIFEST), folder, terraform: undefined };
}

function holdsRunbook({ manifest }: Place): boolean {
  return existsSync(manifest);
}

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort(byText);
}

function unusable(path: string, reason: string): Error {
  const move = "run cdktf synth first, then name cdktf.out, a runbook folder or its manifest.json";
  return errors.notReadable("a runbook or a folder of runbooks", path, reason, move);
}
