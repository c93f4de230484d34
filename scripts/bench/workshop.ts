import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(__dirname, "../..");

/** A folder beside nothing else, with the built library and everything that the measured programs need. */
export interface Workshop {
  readonly folder: string;
  /** Path of a program in it, compiled. */
  readonly program: (name: string) => string;
}

export function openWorkshop(partnerCounts: readonly number[]): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "lync-hybrid-bench-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  symlinkSync(join(ROOT, "dist", "lib"), join(folder, "lib"), "junction");
  cpSync(join(ROOT, "deployed"), join(folder, "deployed"), { recursive: true });
  const main = readFileSync(join(ROOT, "main.ts"), "utf8");
  compile(folder, "main", main);
  for (const count of partnerCounts) compile(folder, `main-${count}`, withPartners(main, count));
  compile(folder, "bare", readFileSync(join(__dirname, "bare.ts"), "utf8"));
  writeFileSync(join(folder, "require-cdktf.js"), 'require("cdktf");\n');
  writeFileSync(join(folder, "require-package.js"), 'if (!require("./lib").HybridDeployment) process.exit(1);\n');
  return { folder, program: (name) => join(folder, `${name}.js`) };
}

export function closeWorkshop({ folder }: Workshop): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Name of one of many partners; of one length, so that bytes grow by count alone. */
export function partner(index: number): string {
  return `partner${String(index).padStart(5, "0")}.example`;
}

function compile(folder: string, name: string, source: string): void {
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
  };
  writeFileSync(join(folder, `${name}.js`), ts.transpileModule(source, { compilerOptions }).outputText);
}

/** main.ts with another allow list. Above 200 entries the policy must say that the plan holds a summary. */
function withPartners(main: string, count: number): string {
  const known = 'allowed: ["fabrikam.com"],';
  if (!main.includes(known)) throw new Error(`main.ts has no ${known} any more: tell scripts/bench/workshop.ts`);
  const names = Array.from({ length: count }, (_, index) => partner(index));
  const mirror = count > 200 ? 'mirror: "summary" as never, ' : "";
  return main.replace(known, `${mirror}allowed: ${JSON.stringify(names)},`);
}
