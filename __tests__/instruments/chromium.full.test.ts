import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumEngine, chromiumPath, openChromium } from "./chromium";

test("a page is opened by a Chromium that says its version", async () => {
  const browser = await openChromium();
  expect(browser.version()).toMatch(/^\d+\./);
  await browser.close();
});

test("a machine without Chromium is told what to install, and nothing is skipped", () => {
  const nowhere = mkdtempSync(join(tmpdir(), "lync-hybrid-path-"));
  const before = process.env.PATH;
  process.env.PATH = nowhere;
  try {
    expect(chromiumPath).toThrow(/are never skipped: put one on the PATH \(Debian: apt-get install chromium\)/);
    expect(chromiumEngine()).toBe("Chromium: MISSING");
  } finally {
    process.env.PATH = before;
    rmSync(nowhere, { recursive: true });
  }
});
