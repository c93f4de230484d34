import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { receiptsAdd, ReceiptsAddOptions } from "../../lib/cli/receipts-add";
import { Exit } from "../../lib/cli/terminal";
import { baselineText, EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { Receipt } from "../../lib/runbook/receipts";
import { temporaryFolder } from "../instruments/contoso";
import { receipt } from "../runbook/recorded";
import { FakeTerminal } from "./fake-terminal";

/** A repository with an empty baseline, and a hand-over file that somebody brought. */
class Desk {
  private readonly folder = temporaryFolder();
  public readonly baseline = join(this.folder, "deployed", "contoso.json");
  public readonly handover = join(this.folder, "contoso.handover.json");
  public readonly terminal = new FakeTerminal();

  public constructor(receipts: readonly Receipt[] = [receipt()], stack = "contoso") {
    mkdirSync(join(this.folder, "deployed"));
    writeFileSync(this.baseline, baselineText(EMPTY_BASELINE));
    writeFileSync(this.handover, JSON.stringify({ schema: 1, stack, receipts }));
  }

  public add(options: Partial<ReceiptsAddOptions> = {}): Exit {
    return receiptsAdd(
      this.handover,
      { dryRun: false, json: false, baseline: this.baseline, ...options },
      this.terminal,
    );
  }

  public get text(): string {
    return readFileSync(this.baseline, "utf8");
  }

  public get files(): string[] {
    return readdirSync(join(this.folder, "deployed"));
  }
}

describe("lync-hybrid receipts add", () => {
  test("writes the baseline, names each step and says what comes next", () => {
    const desk = new Desk();
    expect(desk.add()).toBe(Exit.FINE);
    expect(desk.terminal.out).toBe("+ CsHostingProvider/Office365\n");
    expect(desk.terminal.said).toContain("Commit it, and synthesize again");
    expect(desk.text).toContain('"id": "CsHostingProvider/Office365"');
  });

  test("tells programs the same, with --json", () => {
    const desk = new Desk();
    desk.add({ json: true });
    const changes = [{ sign: "+", id: "CsHostingProvider/Office365" }];
    expect(JSON.parse(desk.terminal.out)).toMatchObject({ schema: 1, stack: "contoso", changes });
  });

  test("leaves nothing beside the file it wrote", () => {
    const desk = new Desk();
    desk.add();
    expect(desk.files).toEqual(["contoso.json"]);
  });

  test("keeps the old baseline whole where the new one cannot be written", () => {
    const desk = new Desk();
    mkdirSync(`${desk.baseline}.new`);
    expect(() => desk.add()).toThrow(/EISDIR/);
    expect(desk.text).toBe(baselineText(EMPTY_BASELINE));
  });

  test("says the second time that everything is there, and leaves the file", () => {
    const desk = new Desk();
    desk.add();
    const once = desk.text;
    const again = new FakeTerminal();
    expect(receiptsAdd(desk.handover, { baseline: desk.baseline, dryRun: false, json: false }, again)).toBe(Exit.FINE);
    expect(again.out).toBe("");
    expect(again.said).toContain("holds all of it already");
    expect(desk.text).toBe(once);
  });

  test("marks what leaves the baseline and what differs", () => {
    const desk = new Desk();
    desk.add();
    const undone = [receipt({ state: "undone" }), receipt({ id: "CsSipDomain/contoso.com" })];
    writeFileSync(desk.handover, JSON.stringify({ schema: 1, stack: "contoso", receipts: undone }));
    const again = new FakeTerminal();
    receiptsAdd(desk.handover, { baseline: desk.baseline, dryRun: false, json: false }, again);
    expect(again.out).toBe("- CsHostingProvider/Office365\n+ CsSipDomain/contoso.com\n");
  });

  test("with --dry-run prints the same and writes nothing", () => {
    const desk = new Desk();
    expect(desk.add({ dryRun: true })).toBe(Exit.FINE);
    expect(desk.terminal.out).toBe("+ CsHostingProvider/Office365\n");
    expect(desk.terminal.said).toContain("is left as it is");
    expect(desk.text).toBe(baselineText(EMPTY_BASELINE));
  });

  test("refuses the receipts of another stack and touches no file", () => {
    const desk = new Desk([receipt()], "fabrikam");
    expect(() => desk.add()).toThrow(/is not the baseline of the stack "fabrikam".*deployed\/fabrikam\.json/);
    expect(desk.text).toBe(baselineText(EMPTY_BASELINE));
    expect(desk.files).toEqual(["contoso.json"]);
  });

  test("refuses a damaged hand-over file and touches no file", () => {
    const desk = new Desk();
    writeFileSync(desk.handover, readFileSync(desk.handover, "utf8").slice(0, -20));
    expect(() => desk.add()).toThrow(/is not a hand-over file: it is no JSON.*nothing was written/);
    expect(desk.text).toBe(baselineText(EMPTY_BASELINE));
  });

  test("refuses a damaged baseline and leaves it to whoever repairs it", () => {
    const desk = new Desk();
    writeFileSync(desk.baseline, "<<<<<<< HEAD\n");
    expect(() => desk.add()).toThrow(/is not a baseline: it is no JSON.*Restore it from git/s);
    expect(desk.text).toBe("<<<<<<< HEAD\n");
  });

  test("refuses a baseline that does not exist: a slip of the pen starts no second history", () => {
    const desk = new Desk();
    const elsewhere = join(temporaryFolder(), "contoso.json");
    expect(() => desk.add({ baseline: elsewhere })).toThrow(/does not exist/);
  });

  test("refuses a hand-over file that does not exist, and says where it would lie", () => {
    const terminal = new FakeTerminal();
    const missing = join(temporaryFolder(), "contoso.handover.json");
    expect(() => receiptsAdd(missing, { dryRun: false, json: false }, terminal)).toThrow(/name <state folder>/);
    expect(terminal.out + terminal.said).toBe("");
  });
});
