import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diff, DiffOptions } from "../../../lib/cli/diff";
import { stacksAt } from "../../../lib/cli/manifests";
import { runbookTexts } from "../../../lib/cli/runbook-texts";

/** `node review.js read|<format> <before> <after>`: reads both sides, or compares them; writes one file. */
const [mode = "", before = "", after = ""] = process.argv.slice(2);
const outdir = process.env.CDKTF_OUTDIR ?? "";
mkdirSync(outdir, { recursive: true });

const parts: string[] = [];
if (mode === "read") parts.push(...[before, after].map(readAll));
else compare(mode as DiffOptions["format"]);
writeFileSync(join(outdir, "result"), parts.join(""));

/** Everything that a review of this side looks at, parsed and checked as a review does it. */
function readAll(path: string): string {
  return stacksAt(path)
    .map(({ manifest, folder, terraform }) => {
      const texts = folder === undefined ? 0 : runbookTexts(folder).size;
      const resources = terraform === undefined ? {} : (JSON.parse(readFileSync(terraform, "utf8")) as object);
      return `${manifest.steps.length} ${texts} ${Object.keys(resources).length}\n`;
    })
    .join("");
}

function compare(format: DiffOptions["format"]): void {
  const terminal = {
    data: (text: string): void => void parts.push(text),
    note: (): void => undefined,
    columns: undefined,
    colour: false,
  };
  diff(before, after, { format, json: false, detailedExitcode: false }, terminal);
}
