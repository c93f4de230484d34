import { ScriptChange } from "../../lib/review/change";
import { RunbookTexts, scriptChanges } from "../../lib/review/script-changes";

const MARK = "\ufeff";
const SCRIPT = "10-prepare/CsSipDomain.contoso.com.ps1";

/** A script as synthesis writes it: CRLF behind a byte order mark. */
function script(...lines: readonly string[]): string {
  return `${MARK}${lines.map((line) => `${line}\r\n`).join("")}`;
}

function texts(files: Readonly<Record<string, string>>): RunbookTexts {
  return new Map(Object.entries(files));
}

/** What is told of one file with these two texts. */
function changeOf(before: string, after: string): ScriptChange {
  const changes = scriptChanges(texts({ [SCRIPT]: before }), texts({ [SCRIPT]: after }));
  const [change] = changes;
  if (change === undefined || changes.length > 1) throw new Error(`expected one change, got ${changes.length}`);
  return change;
}

const lines = (count: number, word = "line"): string[] => Array.from({ length: count }, (_, at) => `${word} ${at}`);

describe("two runbooks", () => {
  test("that are the same have no changed script", () => {
    const runbook = texts({ [SCRIPT]: script("a"), "RUNBOOK.md": "# contoso\n" });
    expect(scriptChanges(runbook, new Map(runbook))).toEqual([]);
  });

  test("differ in every file that somebody reads or a server runs, in order of the paths", () => {
    const files = [
      SCRIPT,
      "Hybrid.Runtime.ps1",
      "Hybrid.Catalogue.ps1",
      "Invoke-Runbook.ps1",
      "RUNBOOK.md",
      "steps.json",
    ];
    const before = texts(Object.fromEntries(files.map((path) => [path, script("a")])));
    const after = texts(Object.fromEntries([...files].reverse().map((path) => [path, script("b")])));
    expect(scriptChanges(before, after).map(({ path }) => path)).toEqual([...files].sort());
  });

  test("do not differ in what repeats the review: the manifest and the checksums", () => {
    const files = ["manifest.json", "checksums.json", ".gitattributes"];
    const runbook = (text: string): RunbookTexts => texts(Object.fromEntries(files.map((path) => [path, text])));
    expect(scriptChanges(runbook("a"), runbook("b"))).toEqual([]);
  });

  test("tell a file in a folder by the name of the manifest: only the one of the runbook is left out", () => {
    expect(scriptChanges(texts({}), texts({ "data/manifest.json": "{}" }))).toHaveLength(1);
  });
});

describe("a changed script", () => {
  test("is shown as a patch without file names, line ends and byte order mark", () => {
    const change = changeOf(script("a", "b", "c", "d", "e", "f"), script("a", "b", "c", "d", "x", "f"));
    expect(change).toMatchObject({ path: SCRIPT, action: "changed", added: 1, removed: 1 });
    expect(change.patch).toBe("@@ -2,5 +2,5 @@\n b\n c\n d\n-e\n+x\n f\n");
  });

  test("keeps a line that begins with a sign of a patch countable", () => {
    expect(changeOf(script("a"), script("a", "--- b", "+++ c"))).toMatchObject({ added: 2, removed: 0 });
  });

  test("that lost its last line end says so in the patch", () => {
    expect(changeOf("a\r\n", "a").patch).toContain("\\ No newline at end of file");
  });

  test("whose line ends and mark alone differ is reported with no line added and none removed", () => {
    const unseen = { action: "changed", added: 0, removed: 0 };
    const same = "\\ Every line reads the same; ";
    expect(changeOf(script("a", "b"), `${MARK}a\nb\n`)).toMatchObject({
      ...unseen,
      patch: `${same}line ends: CRLF -> LF\n`,
    });
    expect(changeOf(script("a"), "a\r\n")).toMatchObject({ ...unseen, patch: `${same}a byte order mark goes\n` });
    expect(changeOf("a\nb\n", script("a", "b"))).toMatchObject({
      ...unseen,
      patch: `${same}a byte order mark comes; line ends: LF -> CRLF\n`,
    });
    expect(changeOf("a\nb\r\n", "a\r\nb\n").patch).toBe(`${same}line ends: 1 CRLF and 1 LF -> 1 CRLF and 1 LF\n`);
  });

  test("shows no line end as change beside a line that really changed", () => {
    expect(changeOf(script("a", "b"), "a\nc\n")).toMatchObject({ added: 1, removed: 1 });
  });

  test("keeps a lone carriage return, which is no line end: it could hide what stands before it", () => {
    expect(changeOf(script("a"), script("Remove-CsUser\ra")).patch).toContain("+Remove-CsUser\ra");
  });
});

describe("a file on one side alone", () => {
  test("is shown whole", () => {
    const text = script("a", "b");
    expect(scriptChanges(texts({}), texts({ [SCRIPT]: text }))).toEqual([
      { path: SCRIPT, action: "added", added: 2, removed: 0, patch: "@@ -0,0 +1,2 @@\n+a\n+b\n" },
    ]);
    expect(scriptChanges(texts({ [SCRIPT]: text }), texts({}))).toEqual([
      { path: SCRIPT, action: "removed", added: 0, removed: 2, patch: "@@ -1,2 +0,0 @@\n-a\n-b\n" },
    ]);
  });

  test("is told although it is empty, and so is one whose name every object answers to", () => {
    const [change] = scriptChanges(texts({}), texts({ "20-federate/empty.ps1": MARK }));
    expect(change).toMatchObject({ action: "added", added: 0, patch: "" });
    const names = ["constructor", "toString"];
    const after = new Map(names.map((name) => [name, "a"]));
    expect(scriptChanges(new Map(), after).map(({ path }) => path)).toEqual(names);
  });
});

describe("size", () => {
  test("a script of 20,000 lines with one edit is shown as this edit", () => {
    const before = lines(20_000);
    const after = before.map((line, at) => (at === 10_000 ? "changed" : line));
    const change = changeOf(script(...before), script(...after));
    expect(change).toMatchObject({ added: 1, removed: 1 });
    expect(change.patch?.split("\n")).toHaveLength(10);
  });

  test("two scripts of 5,000 lines with nothing in common are called rewritten: no patch, all lines counted", () => {
    const change = changeOf(script(...lines(5_000)), script(...lines(5_001, "other")));
    expect(change).toMatchObject({ action: "changed", added: 5_001, removed: 5_000 });
    expect(change.patch).toBeUndefined();
  });

  test("a new script of 20,000 lines is no rewritten one", () => {
    const [change] = scriptChanges(texts({}), texts({ [SCRIPT]: script(...lines(20_000)) }));
    expect(change).toMatchObject({ action: "added", added: 20_000 });
    expect(change?.patch).toContain("+line 19999\n");
  });

  test("says the same every time", () => {
    const before = script(...lines(300));
    const after = script(...lines(300).map((line, at) => (at % 7 === 0 ? "x" : line)));
    expect(changeOf(before, after)).toEqual(changeOf(before, after));
  });
});
