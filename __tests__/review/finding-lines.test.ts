import { join } from "node:path";
import { readFileSync } from "node:fs";
import { findingLines } from "../../lib/review/findings/finding-lines";
import { readManifest } from "../../lib/runbook/manifest-reader";
import { synthContoso } from "../instruments/contoso";

const path = join(synthContoso().onprem, "manifest.json");
const source = readFileSync(path, "utf8");
const { findings } = readManifest(path);

describe("the line of a finding", () => {
  test("is that on which it begins in a synthesized manifest", () => {
    const lines = findingLines(source);
    expect(lines).toHaveLength(findings.length);
    const text = source.split("\n");
    lines.forEach((line, index) => {
      expect(text[line - 1]?.trim()).toBe("{");
      expect(text[line]).toContain(JSON.stringify(findings[index]?.rule));
    });
  });

  test("is 1 for all in a manifest of one line, and right with Windows line ends", () => {
    expect(new Set(findingLines(JSON.stringify(JSON.parse(source))))).toEqual(new Set([1]));
    expect(findingLines(source.replace(/\n/g, "\r\n"))).toEqual(findingLines(source));
  });

  test("is not led astray by texts that look like JSON, or by other fields of that name", () => {
    const other = { words: ['"findings": [{', "\\", '"'], inner: { findings: [{}, {}] } };
    const text = JSON.stringify(
      { other, findings: [{ subject: '{"findings": [', accepted: {} }, {}], last: [{}] },
      undefined,
      1,
    );
    const lines = text.split("\n");
    expect(findingLines(text).map((line) => lines[line - 1])).toEqual(["  {", "  {}"]);
    expect(findingLines('{ "findings": [] }')).toEqual([]);
  });
});
