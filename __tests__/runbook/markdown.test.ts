import fc from "fast-check";
import { code, html, plain, powershellBlock, table, visible } from "../../lib/runbook/markdown";
import { hostileUnits } from "../instruments/hostile";
import { blockOf, cellsOf, parseInline } from "./markdown-parser";

const RUNS = { numRuns: 1000 };

/** What a reader sees of a text: browsers show no space at either end. */
function seen(text: string): string {
  return visible(text).replace(/^ +| +$/g, "");
}

/** Text of the cell, without the one element that `code` writes. */
function codeText(markdown: string): string {
  const element = /^<code>([^<]*)<\/code>$/.exec(markdown)?.[1];
  const { text, markup } = parseInline(element ?? markdown);
  expect(markup).toEqual(element === undefined ? ["code"] : []);
  return text.replace(/^ +| +$/g, "");
}

function forAll(law: (text: string) => void): void {
  fc.assert(fc.property(hostileUnits, law), RUNS);
}

describe("the visible form of a text", () => {
  test("has no control, no line end and nothing that hides or turns text", () => {
    forAll((text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    });
  });

  test("is the text itself where nothing is hidden", () => {
    expect(visible("Grüße an 東京 😀")).toBe("Grüße an 東京 😀");
  });

  test.each([
    ["a line feed", "a\nb", "a\\u000ab"],
    ["the right-to-left override", "a\u202eb", "a\\u202eb"],
    ["half a character", "a\ud800b", "a\\ud800b"],
    ["a tag that no font shows", "a\u{e0041}b", "a\\u{e0041}b"],
  ])("shows %s as its code", (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

describe("a sentence in Markdown", () => {
  test("comes back as it was and is nothing but text", () => {
    forAll((text) => {
      const { text: back, markup } = parseInline(plain(text));
      expect(back.replace(/^ +| +$/g, "")).toBe(seen(text));
      expect(markup).toEqual([]);
    });
  });

  test("never begins a heading, a list, a quote, a fence, code or a rule", () => {
    forAll((text) => {
      expect(blockOf(plain(text))).toBeUndefined();
    });
  });

  test.each(["    indented", "===", "---", "# title", "1. one", "12) twelve", "> quote", "+ plus", "~~~"])(
    "that reads %j stays a sentence",
    (text) => {
      expect(blockOf(plain(text))).toBeUndefined();
      expect(parseInline(plain(text)).text.trim()).toBe(text.trim());
    },
  );

  test.each(["https://evil.example/x", "www.evil.example", "WWW.evil.example", "see HTTP://evil.example", "@everybody"])(
    "that reads %j becomes no link",
    (text) => {
      expect(parseInline(plain(text))).toEqual({ text, markup: [] });
    },
  );

  test("of harmless words stays readable without a single backslash", () => {
    const sentence = "Microsoft 365 is the hosting provider that shares the SIP address space (60 people, 25%).";
    expect(plain(sentence)).toBe(sentence);
  });
});

describe("a value as code", () => {
  test("comes back as it was", () => {
    forAll((text) => {
      expect(codeText(code(text))).toBe(seen(text));
    });
  });

  test("comes back out of a table cell as well", () => {
    forAll((text) => {
      const cells = cellsOf(table(["Value"], [[code(text)]])[2] ?? "");
      expect(cells.length).toBe(1);
      expect(codeText(cells[0] ?? "").replace(/ /g, "")).toBe(seen(text).replace(/ /g, ""));
    });
  });
});

describe("text inside an element", () => {
  test("comes back as it was and opens no element", () => {
    forAll((text) => {
      const written = html(text);
      expect(written).not.toMatch(/[<>"'|`\n\r]/);
      expect(written.replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))).toBe(
        visible(text),
      );
    });
  });
});

describe("a table", () => {
  test("keeps its rows and cells whatever stands in them", () => {
    const rows = fc.array(fc.tuple(hostileUnits, hostileUnits, hostileUnits), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (of) => {
        const lines = table(
          ["Risk", "What", "Who"],
          of.map((cells) => cells.map(plain)),
        );
        expect(lines.join("\n").split(/\r\n?|\n/).length).toBe(of.length + 2);
        of.forEach((cells, index) => {
          const read = cellsOf(lines[index + 2] ?? "").map(parseInline);
          expect(read.map((cell) => cell.text.replace(/^ +| +$/g, ""))).toEqual(cells.map(seen));
          expect(read.flatMap((cell) => cell.markup)).toEqual([]);
        });
      }),
      RUNS,
    );
  });
});

describe("a block of PowerShell", () => {
  test("holds every line as it is and ends where it ends, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.array(hostileUnits, { maxLength: 5 }), (lines) => {
        const block = powershellBlock(lines).join("\n").split("\n");
        const fence = /^(`{3,})powershell$/.exec(block[0] ?? "")?.[1] ?? "";
        // CommonMark ends a block at a line of at least as many backticks, indented by three spaces at most.
        const end = block.findIndex((line, index) => index > 0 && new RegExp(`^ {0,3}\`{${fence.length},} *$`).test(line));
        expect(end).toBe(block.length - 1);
        expect(block.slice(1, -1).join("\n")).toBe(lines.join("\n"));
      }),
      RUNS,
    );
  });
});
