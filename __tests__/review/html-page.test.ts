import { createHash } from "node:crypto";
import fc from "fast-check";
import { join } from "node:path";
import { Review, nothing, review } from "../../lib/review/diff";
import { renderHtml } from "../../lib/review/html/page";
import { html, visible } from "../../lib/runbook/markdown";
import { readManifest } from "../../lib/runbook/manifest-reader";
import { hostileUnits } from "../instruments/hostile";
import { someStep } from "../instruments/some-step";
import { contosoManifest, manifestOf } from "./manifests";

const before = contosoManifest();
const after = contosoManifest({ allowed: ["fabrikam.com", "adatum.com"], homedUsers: 90 });
const compared = review(before, after);
const page = renderHtml([compared]);

/** A review in which every text that a manifest can hold is this one. */
function reviewSaying(text: string): Review {
  const step = someStep({
    id: `CsHostingProvider/${text}`,
    title: text,
    host: text,
    outage: text,
    waits: text,
    words: [text],
    risk: { level: "medium", reason: text },
    undo: { possible: "no", how: text },
    objects: [{ noun: "CsHostingProvider", identity: text, properties: { [text]: text } }],
  });
  const finding = {
    rule: "HYB-1",
    severity: "warning",
    subject: text,
    message: text,
    fix: text,
    source: text,
  } as const;
  const landscape = [
    { kind: "Site", name: text, facts: { version: text }, links: [{ to: text, label: text }] },
    { kind: "Tenant", name: `${text}t`, facts: { cloud: text }, links: [{ to: text, label: text }] },
  ] as const;
  const manifest = {
    ...manifestOf([step]),
    stack: text,
    digest: text,
    landscape,
    findings: [{ ...finding, accepted: { reason: text, until: text } }],
  };
  const change = { about: "resource", action: "moved", address: text, movedFrom: text, type: text } as const;
  return review(nothing(text), manifest, {
    terraform: {
      from: "plan",
      changes: [{ ...change, values: [{ name: text, before: text, after: text }] }],
      noise: [text],
    },
    scripts: [
      { path: text, action: "changed", added: 1, removed: 1, patch: `@@ ${text}\n+${text}\n-${text}\n ${text}` },
    ],
  });
}

/** Tags with their attributes, texts taken out: what a browser would build. */
function elements(of: string): string[] {
  return [...of.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "<$1></$1>").matchAll(/<[^>]*>/g)].map(([tag]) => tag);
}

const TAG = /^<(!DOCTYPE html|\/?[a-z][a-z0-9]*(\s[a-zA-Z:-]+(="[^"<>]*")?)*\s*\/?)>$/;

/** Attributes without the values that differ from text to text. */
function skeleton(tags: readonly string[]): string[] {
  return tags
    .filter((tag) => tag !== "<wbr>" && !/^<\/?(text|path|svg|rect|g|title|p)\b/.test(tag))
    .map((tag) => tag.replace(/="[^"]*"/g, "=..."));
}

describe("a hostile name on the page", () => {
  test("adds no element and no attribute", () => {
    const harmless = skeleton(elements(renderHtml([reviewSaying("x")])));
    // Empty texts leave facts out, so what is compared with holds one letter; patches are cut at line breaks.
    fc.assert(
      fc.property(
        hostileUnits.filter((text) => text.trim() !== "" && !/[\n\r]/.test(text)),
        (text) => {
          const built = elements(renderHtml([reviewSaying(text)]));
          expect(built.filter((tag) => !TAG.test(tag))).toEqual([]);
          expect(skeleton(built)).toEqual(harmless);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("is shown as text, with what hides or turns text written as its code", () => {
    const text = `<script>alert("x")</script>&amp;\u202e'\0`;
    const shown = html(text);
    expect(shown).not.toMatch(/[<"']/);
    expect(visible(text)).toContain("\\u202e");
    expect(renderHtml([reviewSaying(text)])).toContain(`${shown}: `);
  });

  test("leaves no control character anywhere on the page", () => {
    fc.assert(
      fc.property(hostileUnits, (text) => {
        expect(renderHtml([reviewSaying(text)]).replace(/\n/g, "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the page", () => {
  test("loads nothing: no address, no source, no import, and links to itself alone", () => {
    expect(page).not.toMatch(/https?:|src=|@import|srcset|<link|<img|<iframe|<base|javascript:/i);
    expect([...page.matchAll(/href="([^"]*)"/g)].filter(([, target]) => target?.startsWith("#") !== true)).toEqual([]);
    expect([...page.matchAll(/url\(([^)]*)\)/g)].filter(([, target]) => target?.startsWith("#") !== true)).toEqual([]);
  });

  test("allows its own style and script by their hashes and nothing else", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replace(/&#39;/g, "'");
    const hash = (element: string): string => {
      const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page)?.[1] ?? "";
      return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    };
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash("style")}; script-src ${hash("script")}; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/ style=| on[a-z]+=/);
  });

  test("is the same again, byte by byte", () => {
    expect(renderHtml([review(before, after)])).toBe(page);
  });

  test("says the verdict before anything else: risk, who must act, points of no return, digest", () => {
    const first = page.slice(page.indexOf("<main>"), page.indexOf("<table"));
    for (const said of [
      "Risk",
      compared.risk.toUpperCase(),
      "Who must act",
      "tenant administrator",
      "Points of no return",
      "None",
    ]) {
      expect(first).toContain(said);
    }
    expect(first).toContain(after.digest);
  });

  test("names what cannot be undone in the verdict, with a link to it", () => {
    const steps = [someStep({ title: "Gone for good.", undo: { possible: "no", how: "there is none" } })];
    const told = renderHtml([review(nothing("contoso"), manifestOf(steps))]);
    const anchor = /<tbody class="item" id="([^"]*)"/.exec(told)?.[1] ?? "?";
    expect(told.slice(0, told.indexOf("<table"))).toContain(`<a href="#${anchor}">1. New: Gone for good.</a>`);
  });

  test("keeps the anchor of a change when another change joins the review", () => {
    const anchors = (of: Review): string[] =>
      [...renderHtml([of]).matchAll(/<tbody class="item" id="([^"]*)"/g)].map(([, anchor]) => anchor ?? "");
    expect(anchors(compared).length).toBeGreaterThan(1);
    expect(new Set(anchors(compared)).size).toBe(anchors(compared).length);
    const alone = anchors(review(before, contosoManifest({ allowed: ["fabrikam.com", "adatum.com"] })));
    expect(anchors(compared)).toEqual(expect.arrayContaining(alone));
  });

  test("tells apart what is told alike", () => {
    const [item] = compared.items;
    const twice = renderHtml([{ ...compared, items: item === undefined ? [] : [item, item] }]);
    const ids = [...twice.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("holds several stacks, the worst named first, with one search for all", () => {
    const small = readManifest(join(__dirname, "../golden/contoso-small/onprem/manifest.json"));
    const many = renderHtml([compared, review(nothing(small.stack), small), review(before, before)]);
    expect(many).toContain("<h1>3 stacks</h1>");
    const order = [...many.slice(0, many.indexOf("<main>")).matchAll(/<li><a [^>]*>([^<]*)</g)].map(([, name]) => name);
    expect(order[0]).toBe("contoso-small");
    expect(many.match(/id="search"/g)).toHaveLength(1);
  });

  test("says what was not compared instead of leaving it out", () => {
    expect(page).toContain("Not compared: a side holds no Terraform.");
    expect(page).toContain("Not compared: a side is a manifest alone.");
  });

  test("says that nothing changes and offers no search where nothing does", () => {
    const still = renderHtml([review(before, before)]);
    expect(still).toContain("No changes.");
    expect(still).not.toContain('id="search"');
    expect(still).not.toContain("<tbody class=");
  });

  test("has a page for no stack at all", () => {
    expect(renderHtml([])).toContain("<title>No stack</title>");
  });

  test("shows script lines with their sign, and counts the lines that it cuts", () => {
    const patch = `@@ -1 +1,2000 @@\n-old\n${"+new\n".repeat(2_000)}`;
    const scripts = [
      { path: "a.ps1", action: "changed", added: 2_000, removed: 1, patch } as const,
      { path: "b.json", action: "changed", added: 9, removed: 9, patch: undefined } as const,
    ];
    const told = renderHtml([review(before, after, { scripts })]);
    expect(told).toContain("<del>-old</del>");
    expect(told.match(/<ins>\+new<\/ins>/g)).toHaveLength(998);
    expect(told).toContain("and 1002 more lines, see the file");
    expect(told).toContain("Written anew: a comparison line by line would say nothing.");
  });

  test("draws what changes with the word on the box, and tells the same in a table", () => {
    const picture = page.slice(page.indexOf("<svg"), page.indexOf("</svg>"));
    expect(picture).toMatch(/<g class="box changed">[\s\S]*?>CHANGED<\/text>/);
    expect(page).toContain("The picture as a table");
  });
});

describe("its colours", () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
  const [light = "", dark = ""] = style.replace(/@media print[\s\S]*/, "").split("prefers-color-scheme: dark");
  const colours = (text: string): ReadonlyMap<string, string> =>
    new Map([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? "", value ?? ""]));

  function luminance(colour: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one: string, other: string): number {
    const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
    return (bright + 0.05) / (dim + 0.05);
  }

  const pairs = [
    ...["ink", "muted", "link"].flatMap((ink) => [[ink, "ground"] as const, [ink, "panel"] as const]),
    ...["critical", "high", "medium", "low", "info", "mark", "add", "del"].map(
      (name) => [`${name}-ink`, `${name}-ground`] as const,
    ),
  ];

  test.each([
    ["light", light],
    ["dark", dark],
  ])("can be read in %s mode: 4.5 to 1 or more", (_, text) => {
    const of = colours(text);
    const weak = pairs.filter(([ink, ground]) => contrast(of.get(ink) ?? "", of.get(ground) ?? "") < 4.5);
    expect(of.size).toBeGreaterThan(20);
    expect(weak).toEqual([]);
  });
});
