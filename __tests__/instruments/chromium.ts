/**
 * The real Chromium, without a window, for tests that read a page as a browser does. Playwright's own download is not used:
 * the browser is Debian's package, or whatever stands on PATH.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** Which browser the tests use; without one the other tests still run, and those of the page fail by themselves. */
export function chromiumEngine(): string {
  try {
    const { stdout } = spawnSync(chromiumPath(), ["--version"], { encoding: "utf8" });
    return /\w+ [\d.]+/.exec(stdout)?.[0] ?? "Chromium of an unknown version";
  } catch {
    return "Chromium: MISSING";
  }
}

/** A browser that the caller closes. Root has no sandbox of Chromium's. */
export async function openChromium(): Promise<Browser> {
  const args = isRoot() ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: chromiumPath(), args: [...args, "--disable-dev-shm-usage"] });
}

/**
 * Where the browser stands. As root with apt-get, as in CI, it is installed when it is missing.
 *
 * @throws when there is none, with what to install: tests of the page are never skipped
 */
export function chromiumPath(): string {
  const found = onPath(NAMES);
  if (found !== undefined) return found;
  if (isRoot() && onPath(["apt-get"]) !== undefined) install();
  const installed = onPath(NAMES);
  if (installed === undefined) {
    throw new Error(
      "The tests of the HTML page need Chromium and are never skipped: put one on the PATH (Debian: apt-get install chromium). " +
        `Looked for ${NAMES.join(", ")}. As root with apt-get the tests install it themselves.`,
    );
  }
  return installed;
}

function install(): void {
  aptGet(["update"]);
  aptGet(["install", "-y", "--no-install-recommends", "chromium"]);
}

function aptGet(args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stdout, stderr } = spawnSync("apt-get", args, { encoding: "utf8", env });
  if (status !== 0) throw new Error(`apt-get ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
