import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RunbookFile } from "./checksums";

/**
 * Replaces a folder by the given files: written beside it and renamed, so that a reader never sees half of it and nothing
 * stale stays. The folder belongs to us alone.
 */
export function writeFolder(folder: string, files: readonly RunbookFile[]): void {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  for (const { path, text } of files) {
    const target = join(fresh, ...path.split("/"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, "utf8");
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/** Writes one file whole: beside its place, then renamed. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  writeFileSync(fresh, text, "utf8");
  renameSync(fresh, path);
}
