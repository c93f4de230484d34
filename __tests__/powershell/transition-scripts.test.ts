import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CoexistenceMode } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { folderContent } from "../instruments/folder-content";
import { checkCall, newerThan, parseScripts, ScriptReport } from "../instruments/powershell";
import { synthTenant } from "../instruments/tenant-rooms";

const MODES = [CoexistenceMode.SFB_WITH_TEAMS_COLLAB, CoexistenceMode.TEAMS_ONLY];
const folders = MODES.map((mode) =>
  synthTenant({ mode, homedUsers: 0, enabled: ["contoso.com"], disabled: ["acquired.com"] }),
);

function scripts(folder: string): string[] {
  return Object.keys(folderContent(folder))
    .filter((path) => path.endsWith(".ps1"))
    .map((path) => join(folder, path));
}

describe("the scripts of transitions", () => {
  const paths = folders.flatMap(scripts).filter((path) => /10-prepare.Cs(Teams|Online)/.test(path));
  let reports: readonly ScriptReport[] = [];
  beforeAll(async () => {
    reports = await parseScripts(paths);
  });

  test("are one for each state of the tenant", () => {
    expect(paths.length).toBe(6);
  });

  test("hold nothing newer than PowerShell 3.0, and no computed name of a command", () => {
    for (const report of reports) {
      expect(report.errors).toEqual([]);
      expect(report.nonAsciiBytes).toBe(0);
      expect(newerThan(report, "3.0")).toEqual([]);
      expect(report.commands.filter(({ name, operator }) => name === null && operator !== ".")).toEqual([]);
    }
  });

  test("call only what the module documents, stopping on errors, and name every cmdlet with its module", () => {
    const calls = reports.flatMap(({ commands }) => commands).filter(({ name }) => (name ?? "").includes("-Cs"));
    expect(calls.length).toBeGreaterThan(20);
    for (const { name, parameters } of calls) {
      expect(name).toMatch(/^MicrosoftTeams\\/);
      expect(
        checkCall(
          "teams",
          name ?? "",
          parameters.map((parameter) => parameter.name),
        ),
      ).toEqual([]);
      expect(parameters.find((parameter) => parameter.name === "ErrorAction")?.value).toBe("Stop");
    }
  });
});

test("no script holds an option that is obsolete, destroys or silences a question (V54)", () => {
  for (const path of [...folders, synthContoso().onprem].flatMap(scripts)) {
    const calls = readFileSync(path, "latin1")
      .split("\r\n")
      .filter((line) => !line.trimStart().startsWith("#"));
    const found = calls.filter((line) => /-(MoveToTeams|BypassAudioConferencingCheck|UseOAuth|Force)\b/i.test(line));
    expect({ path, found }).toEqual({ path, found: [] });
  }
});
