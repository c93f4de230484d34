import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byText } from "../values/text-order";

/** The hand-written PowerShell beside this file. It works from the sources and from the built package alike. */
const RUNTIME = join(__dirname, "runtime");
const CONTROLLER = join(__dirname, "controller", "Invoke-Runbook.ps1");

/** Hybrid.Runtime.ps1: all of runtime/*.ps1, joined in name order. */
export function runtimeFile(): string {
  const files = readdirSync(RUNTIME)
    .filter((name) => name.endsWith(".ps1"))
    .sort(byText);
  return joined(files.map((name) => join(RUNTIME, name)));
}

/** Hand-written PowerShell, verbatim and one file behind the other. */
export function joined(paths: readonly string[]): string {
  return paths.map((path) => withCrlf(readFileSync(path, "utf8"))).join("\r\n");
}

/** Invoke-Runbook.ps1, verbatim. */
export function controllerFile(): string {
  return withCrlf(readFileSync(CONTROLLER, "utf8"));
}

function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, "\r\n");
}
