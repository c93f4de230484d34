import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { Review, nothing, review } from "../../lib/review/diff";
import { renderHtml } from "../../lib/review/html/page";
import { readManifest } from "../../lib/runbook/manifest-reader";
import { openChromium } from "../instruments/chromium";
import { NASTY } from "../instruments/hostile";
import { someStep } from "../instruments/some-step";
import { manifestOf } from "./manifests";

const small = readManifest(join(__dirname, "../golden/contoso-small/onprem/manifest.json"));
const enterprise = readManifest(join(__dirname, "../golden/contoso-enterprise/onprem/manifest.json"));
const patch = `@@ -1,2 +1,2 @@\n-Set-CsThing -Enabled $false\n+Set-CsThing -Enabled $true\n ${"long".repeat(200)}\n`;
const whole = review(nothing(enterprise.stack), enterprise, {
  scripts: [{ path: "10-share/01-CsHostingProvider.Office365.ps1", action: "changed", added: 1, removed: 1, patch }],
});

const folder = mkdtempSync(join(tmpdir(), "lync-hybrid-page-"));
let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** What the browser complained about, and every request but the one for the page. */
  readonly complaints: readonly string[];
}

/** The page as somebody opens it from disk. */
async function open(reviews: readonly Review[], options: BrowserContextOptions = {}, hash = ""): Promise<Opened> {
  const file = join(folder, "page.html");
  writeFileSync(file, renderHtml(reviews));
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const address = `${pathToFileURL(file).href}${hash}`;
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address.replace(/#.*/, "")) complaints.push(`request: ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, complaints };
}

/** Numbers of the changes that are shown, in their order. */
async function shown(page: Page): Promise<string[]> {
  return page.locator("tbody.item:visible td.n a").allTextContents();
}

/** Types into the search box and waits until the page has counted. */
async function search(page: Page, words: string, counted: RegExp): Promise<void> {
  await page.locator("#search").fill(words);
  await page.locator("#count", { hasText: counted }).waitFor();
}

/** How far the page could be moved sideways. */
async function overhang(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

async function background(page: Page): Promise<string> {
  return page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
}

async function openFolds(page: Page): Promise<number> {
  return page.locator("details[open]").count();
}

describe("the page in a browser", () => {
  test("opens without a complaint and asks nobody for anything", async () => {
    const { page, complaints } = await open([whole, review(nothing(small.stack), small)]);
    await page.locator("#unfold").click();
    await page.waitForLoadState("networkidle");
    expect(complaints).toEqual([]);
    expect(await page.locator("h1").textContent()).toBe("2 stacks");
  });

  test("finds what is searched, in the folded details as well, and counts it", async () => {
    const { page, complaints } = await open([whole]);
    const all = await shown(page);
    await search(page, "hosting PROVIDER office365", /^\d+ of \d+ changes$/);
    const found = await shown(page);
    expect(found.length).toBeGreaterThan(0);
    expect(all).toEqual(expect.arrayContaining(found));
    await search(page, "no such thing anywhere", /^0 of /);
    expect(await shown(page)).toEqual([]);
    await search(page, "", /^\d+ changes$/);
    expect(await shown(page)).toEqual(all);
    expect(complaints).toEqual([]);
  });

  test("sorts by risk, by who acts and by what changes, and comes back", async () => {
    const { page } = await open([whole]);
    const byRisk = await shown(page);
    const texts = async (part: string): Promise<string[]> =>
      (await page.locator(`tbody.item ${part}`).allTextContents()).map((text) => text.trim());
    for (const key of ["who", "what"]) {
      await page.locator("#sort").selectOption(key);
      const read = (await texts(`.${key}`)).map((text) => (key === "what" ? text.slice(2) : text));
      expect(read).toEqual([...read].sort());
      expect(await page.locator("th[aria-sort]").getAttribute("data-key")).toBe(key);
    }
    await page.locator("#sort").selectOption("risk");
    expect(await shown(page)).toEqual(byRisk);
  });

  test("can be used with the keyboard alone", async () => {
    const { page } = await open([whole]);
    const focused = (): Promise<string> =>
      page.evaluate<string>("document.activeElement.id || document.activeElement.tagName");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("search");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("sort");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator("#unfold").getAttribute("aria-pressed")).toBe("true");
    expect(await openFolds(page)).toBe(await page.locator("details").count());
    await page.keyboard.press("Enter");
    expect(await openFolds(page)).toBe(0);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("SUMMARY");
    await page.keyboard.press("Enter");
    expect(await openFolds(page)).toBe(1);
  });

  test("opens the change that an address names", async () => {
    const anchor = /<tbody class="item" id="([^"]*)"/.exec(renderHtml([whole]))?.[1] ?? "?";
    const { page } = await open([whole], {}, `#${anchor}`);
    expect(await page.locator(`#${anchor} details`).getAttribute("open")).not.toBeNull();
    expect(await openFolds(page)).toBe(1);
  });

  test("is dark where the reader's screen is, and light elsewhere", async () => {
    const dark = await background((await open([whole], { colorScheme: "dark" })).page);
    const light = await background((await open([whole], { colorScheme: "light" })).page);
    expect([dark, light]).toEqual(["rgb(20, 23, 26)", "rgb(252, 252, 251)"]);
  });

  test("is complete without its script, and shows no control that would do nothing", async () => {
    const { page } = await open([whole], { javaScriptEnabled: false });
    expect(await page.locator("form.controls").isVisible()).toBe(false);
    expect(await shown(page)).toHaveLength(whole.items.length);
    await page.locator("tbody.item summary").first().click();
    expect(await page.locator("tbody.item dl").first().isVisible()).toBe(true);
  });
});

describe("the page on paper", () => {
  test("is light, has everything unfolded and no controls, whatever is searched and however the screen is", async () => {
    const { page, complaints } = await open([whole], { colorScheme: "dark" });
    await search(page, "hosting", /^\d+ of /);
    await page.emulateMedia({ media: "print" });
    expect(await background(page)).toBe("rgb(255, 255, 255)");
    expect(await page.locator("form.controls").isVisible()).toBe(false);
    expect(await shown(page)).toHaveLength(whole.items.length);
    for (const part of await page.locator("details > :not(summary)").all()) expect(await part.isVisible()).toBe(true);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    expect(complaints).toEqual([]);
  });

  test("is not wider than the paper", async () => {
    const { page } = await open([whole], { viewport: { width: 690, height: 1_000 } });
    await page.emulateMedia({ media: "print" });
    expect(await overhang(page)).toBe(0);
  });
});

describe("the page at its limits", () => {
  const hostile = NASTY.join(" ");
  const wide = `${"verylongname".repeat(20)}.example`;
  const steps = [wide, hostile, "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>"].map(
    (text, index) =>
      someStep({ id: `CsHostingProvider/${index}`, title: text, host: text, words: [text], outage: text }),
  );
  const landscape = [{ kind: "Site", name: hostile, facts: { version: wide }, links: [] }] as const;
  const odd = review(nothing("contoso"), { ...manifestOf(steps), stack: wide, landscape });

  test.each([400, 320, 1_200])("never scrolls sideways at %d px, folded or not", async (width) => {
    const { page } = await open([whole, odd], { viewport: { width, height: 800 } });
    expect(await overhang(page)).toBe(0);
    await page.locator("#unfold").click();
    expect(await overhang(page)).toBe(0);
  });

  test("runs nothing that a name says", async () => {
    const { page, complaints } = await open([odd]);
    await page.locator("#unfold").click();
    expect(complaints).toEqual([]);
    expect(await page.locator("img, iframe, main script").count()).toBe(0);
  });

  test("stays usable with 4,000 changes: opened, searched and sorted within the patience of a browser", async () => {
    const many = Array.from({ length: 4_000 }, (_, index) =>
      someStep({ id: `CsHostingProvider/p${index}`, identity: `p${index}`, title: `Provider p${index} is declared.` }),
    );
    const compared = review(nothing("contoso"), manifestOf(many));
    const { page, complaints } = await open([compared]);
    await page.locator("#count", { hasText: /^4000 changes$/ }).waitFor();
    await search(page, "p3999", /^1 of 4000 changes$/);
    await page.locator("#sort").selectOption("what");
    expect(complaints).toEqual([]);
  });
});
