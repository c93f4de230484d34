import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import * as errors from "../errors";
import { Manifest } from "../runbook/manifest";
import { readManifest } from "../runbook/manifest-reader";
import { byText } from "../values/text-order";

const MANIFEST = "manifest.json";

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
  return placedManifestsAt(path).map(({ manifest }) => manifest);
}

export interface PlacedManifest {
  /** Path of the file, below the one that was asked for. */
  readonly file: string;
  readonly manifest: Manifest;
}

/** The same, each with its file. */
export function placedManifestsAt(path: string): PlacedManifest[] {
  const placed = manifestFiles(path).map((file) => ({ file, manifest: readManifest(file) }));
  const stacks = placed.map(({ manifest }) => manifest.stack);
  const twice = stacks.find((stack, index) => stacks.indexOf(stack) < index);
  if (twice !== undefined) throw unusable(path, `it holds the stack "${twice}" twice`);
  return placed;
}

function manifestFiles(path: string): string[] {
  if (!existsSync(path)) throw unusable(path, "it does not exist");
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path);
  if (entries.length === 0) return [];
  // cdktf.out holds a manifest.json of cdktf's own, so its stacks come first.
  const found = entries.includes("stacks")
    ? stackFolders(path).map((stack) => join(path, "stacks", stack, "onprem", MANIFEST))
    : [join(path, "onprem", MANIFEST), join(path, MANIFEST)].filter((file) => existsSync(file)).slice(0, 1);
  if (found.length > 0) return found;
  const rendered = foldersIn(path).map((folder) => join(path, folder, MANIFEST));
  const files = rendered.filter((file) => existsSync(file));
  if (files.length === 0) throw unusable(path, "no runbook stands in it or below it");
  return files;
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
