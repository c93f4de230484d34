import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { diff, DiffOptions } from "../../lib/cli/diff";
import { Exit, showsColour } from "../../lib/cli/terminal";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { FakeTerminal } from "./fake-terminal";

const before = synthContoso();
const added = synthContoso({ allowed: ["fabrikam.com", "adatum.com"] });
const moved = synthContoso({ direct: [["wingtip.com", "edge.wingtip.com"]] });

function run(after: string, options: Partial<DiffOptions>): { exit: Exit; out: string; said: string } {
  const terminal = new FakeTerminal();
  const all = { format: "text", json: false, detailedExitcode: false, today: "2026-11-24", ...options } as const;
  const exit = diff(before.outdir, after, all, terminal);
  return { exit, out: terminal.out, said: terminal.said };
}

function acceptedRisks(...accepted: readonly object[]): string {
  const path = join(temporaryFolder(), "accepted-risks.json");
  writeFileSync(path, JSON.stringify({ schema: 1, accepted }));
  return path;
}

const ACCEPTED = {
  rule: "partner-proxy-changed",
  subject: "wingtip.com",
  who: "Anna",
  reason: "they moved",
  until: "2026-11-30",
};

describe("--max-risk", () => {
  test("lets pass what is no worse", () => {
    expect(run(moved.outdir, { maxRisk: "medium" })).toMatchObject({ exit: Exit.FINE, said: "" });
  });

  test("refuses with 4 what is worse, and says who could answer for it where", () => {
    const { exit, said } = run(moved.outdir, { maxRisk: "low" });
    expect(exit).toBe(Exit.RISK);
    expect(said).toMatch(/^contoso: medium risk is above --max-risk low and not accepted\..*accepted-risks\.json/);
  });

  test("counts more than --detailed-exitcode: a pipeline must not read a refusal as changes", () => {
    expect(run(moved.outdir, { maxRisk: "low", detailedExitcode: true }).exit).toBe(Exit.RISK);
    expect(run(moved.outdir, { maxRisk: "high", detailedExitcode: true }).exit).toBe(Exit.CHANGES);
  });

  test("lets pass what somebody answers for", () => {
    const acceptedRisksFile = acceptedRisks(ACCEPTED);
    expect(run(moved.outdir, { maxRisk: "low", acceptedRisks: acceptedRisksFile }).exit).toBe(Exit.FINE);
  });

  test("refuses again when the acceptance has expired, and names it", () => {
    const options = { maxRisk: "low", acceptedRisks: acceptedRisks(ACCEPTED), today: "2026-12-01" } as const;
    const { exit, said } = run(moved.outdir, options);
    expect(exit).toBe(Exit.RISK);
    expect(said).toContain("partner-proxy-changed for wingtip.com was accepted until 2026-11-30 and counts no more.");
  });

  test("names an acceptance that accepts nothing here", () => {
    const { said } = run(added.outdir, { acceptedRisks: acceptedRisks(ACCEPTED) });
    expect(said).toBe("partner-proxy-changed is accepted for wingtip.com: no change here carries that risk.\n");
  });
});

describe("options of diff", () => {
  test.each<[string, Partial<DiffOptions>, RegExp]>([
    [
      "a day that does not exist",
      { today: "2026-13-01" },
      /--today "2026-13-01" cannot be used: it is no day of the calendar; write YYYY-MM-DD/,
    ],
    [
      "a file of accepted risks that is not there",
      { acceptedRisks: "/nowhere/a.json" },
      /is not a file of accepted risks: Error: ENOENT/,
    ],
    [
      "a budget that holds nothing",
      { format: "markdown", maxBytes: "10" },
      /--max-bytes "10" cannot be used: it must be a whole number from 2000 on/,
    ],
    [
      "a width that is no number",
      { width: "wide" },
      /--width "wide" cannot be used: it must be a whole number from 1 on/,
    ],
  ])("refuse %s", (_what, options, words) => {
    expect(() => run(added.outdir, options)).toThrow(words);
  });

  test("write data for pipelines with --json, whatever the format says", () => {
    expect(JSON.parse(run(added.outdir, { json: true }).out)).toMatchObject({ schema: 1, risk: "medium" });
    expect(run(added.outdir, { format: "json" }).out).toBe(run(added.outdir, { json: true }).out);
  });

  test.each([60, 80, 132])("keep every line within %i columns", (width) => {
    const lines = run(moved.outdir, { width: String(width) }).out.split("\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
    expect(lines.length).toBeGreaterThan(10);
  });
});

describe("colours", () => {
  const terminal = (): FakeTerminal => new FakeTerminal();
  const options: DiffOptions = { format: "text", json: false, detailedExitcode: false };

  test("are put on for people at a terminal, and change no word", () => {
    const plain = terminal();
    diff(before.outdir, moved.outdir, options, plain);
    const coloured: string[] = [];
    const shown = { data: (text: string) => coloured.push(text), note: () => undefined, columns: 100, colour: true };
    diff(before.outdir, moved.outdir, options, shown);
    expect(coloured.join("")).not.toBe(plain.out);
    expect(coloured.join("").replace(/\u001b\[\d+m/g, "")).toBe(plain.out);
  });

  test("are left out of a pipe, at a dumb terminal, and where NO_COLOR is set", () => {
    expect(showsColour(true, {})).toBe(true);
    expect(showsColour(true, { NO_COLOR: "" })).toBe(true);
    expect(showsColour(false, {})).toBe(false);
    expect(showsColour(true, { NO_COLOR: "1" })).toBe(false);
    expect(showsColour(true, { TERM: "dumb" })).toBe(false);
  });
});

test("accepted-risks.json of the working directory is read without being named", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "accepted-risks.json"), JSON.stringify({ schema: 1, accepted: [ACCEPTED] }));
  const original = process.cwd();
  process.chdir(folder);
  try {
    expect(run(moved.outdir, { maxRisk: "low" }).exit).toBe(Exit.FINE);
  } finally {
    process.chdir(original);
  }
});
