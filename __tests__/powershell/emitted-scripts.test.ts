import { join } from "node:path";
import { readFileSync } from "node:fs";
import { synthContoso } from "../instruments/contoso";
import { folderContent } from "../instruments/folder-content";
import { checkCall, newerThan, parseScripts, ScriptCommand, ScriptReport } from "../instruments/powershell";
import { namesOf } from "./emitted-calls";

const { onprem } = synthContoso();
const paths = Object.keys(folderContent(onprem)).filter((path) => path.endsWith(".ps1"));
const stepPaths = paths.filter((path) => path.includes("/"));

/** The runtime loads itself and runs the blocks it was given. Nothing else is decided at run time. */
const DYNAMIC_DOORS = ["Hybrid.Runtime.ps1", "Invoke-Runbook.ps1"];

describe("the emitted scripts", () => {
  let reports: readonly ScriptReport[] = [];
  beforeAll(async () => {
    reports = await parseScripts(paths.map((path) => join(onprem, path)));
  });

  const reportOf = (path: string): ScriptReport => {
    const report = reports[paths.indexOf(path)];
    if (report === undefined) throw new Error(`no report for ${path}`);
    return report;
  };

  test("are one file a step, plus runtime, catalogue and controller", () => {
    expect(paths.filter((path) => !path.includes("/"))).toEqual([
      "Hybrid.Catalogue.ps1",
      "Hybrid.Runtime.ps1",
      "Invoke-Runbook.ps1",
    ]);
    expect(stepPaths.length).toBe(8);
  });

  test.each(paths)("%s is pure ASCII with CRLF, parses, and holds nothing newer than PowerShell 3.0", (path) => {
    const report = reportOf(path);
    const bytes = readFileSync(join(onprem, path), "latin1");
    expect(report.errors).toEqual([]);
    expect({ bom: report.bom, nonAscii: report.nonAsciiBytes }).toEqual({ bom: "none", nonAscii: 0 });
    expect(/[^\r]\n/.test(bytes)).toBe(false);
    expect(newerThan(report, "3.0")).toEqual([]);
  });

  test.each(paths)("%s decides nothing at run time: no Invoke-Expression, no computed command names", (path) => {
    const { commands } = reportOf(path);
    expect(commands.filter(({ name }) => /^(Invoke-Expression|iex)$/i.test(name ?? ""))).toEqual([]);
    if (DYNAMIC_DOORS.includes(path)) return;
    // The only dynamic commands of a step file load the two files beside its folder.
    expect(commands.filter(({ name, operator }) => name === null && operator !== ".")).toEqual([]);
  });

  test.each(stepPaths)(
    "%s calls only what the catalogue of its version knows, qualified and stopping on errors",
    (path) => {
      const report = reportOf(path);
      const calls = report.commands.filter(({ name }) => name?.includes("\\") === true);
      for (const call of calls) {
        expect(checkCall(versionOf(call), call.name ?? "", namesOf(report, call))).toEqual([]);
        expect(call.parameters.find(({ name }) => name === "ErrorAction")?.value).toBe("Stop");
        expect(call.parameters.some(({ name }) => name === "Force")).toBe(false);
      }
      if (!path.includes("publish-edge-federation")) expect(calls.length).toBeGreaterThan(0);
    },
  );

  test.each(stepPaths)("%s names every cmdlet with its module", (path) => {
    const unqualified = reportOf(path).commands.filter(({ name }) => /^\w+-Cs/.test(name ?? ""));
    expect(unqualified).toEqual([]);
  });
});

function versionOf(call: ScriptCommand): "lync2013" | "teams" {
  return call.name?.startsWith("MicrosoftTeams\\") === true ? "teams" : "lync2013";
}
