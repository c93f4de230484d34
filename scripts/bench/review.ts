import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Measurement, Program, Written } from "./measure";
import { compiled, requiring, ROOT } from "./programs";
import { detail, line, title } from "./report";

/** As many as a tenant holds. */
const PARTNERS = 4000;
/** Of them, those that the first side does not have. */
const NEW = 400;

/** What a review costs, against reading what it compares. */
export function reviewCost(measurement: Measurement, partnersApp: string): void {
  const folder = mkdtempSync(join(tmpdir(), "lync-hybrid-bench-"));
  try {
    const sides = [PARTNERS - NEW, PARTNERS].map((count) => synthesized(partnersApp, folder, count));
    const app = compiled(join(__dirname, "apps", "review.ts"));
    const figures = measurement.compare(
      {
        node: requiring("require-nothing", []),
        read: { path: app, args: ["read", ...sides], check: wroteResult },
        text: { path: app, args: ["text", ...sides], check: wroteReview },
        markdown: { path: app, args: ["markdown", ...sides], check: wroteReview },
        html: { path: app, args: ["html", ...sides], check: wroteReview },
      },
      7,
    );
    const { node, read } = figures;
    title(`lync-hybrid diff of ${PARTNERS - NEW} and ${PARTNERS} partners, against reading and parsing both sides`);
    for (const format of ["text", "markdown", "html"] as const) {
      line((figures[format].cpu - node.cpu) / (read.cpu - node.cpu), `CPU of ${format}, without the start of node`);
      line(figures[format].peak / read.peak, `peak memory of ${format}`);
    }
    for (const [name, of] of Object.entries(figures)) detail(name, of);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function synthesized(app: string, folder: string, count: number): string {
  const outdir = join(folder, String(count));
  mkdirSync(outdir);
  const { status, stderr } = spawnSync(process.execPath, [app, String(count), "summary"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR: outdir },
  });
  if (status !== 0) throw new Error(`${app} ${count} failed:\n${stderr}`);
  return outdir;
}

const wroteResult: Program["check"] = (written) => {
  if (resultOf(written) === "") throw new Error("the review wrote nothing");
};

const wroteReview: Program["check"] = (written) => {
  const text = resultOf(written);
  if (!text.includes(`${NEW} allowed partners are added`)) throw new Error(`the review does not tell ${NEW} partners`);
};

function resultOf({ files }: Written): string {
  const [file] = files;
  if (file === undefined) throw new Error("the review wrote no file");
  return readFileSync(file, "utf8");
}
