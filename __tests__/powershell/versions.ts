import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ServerVersion } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { folderContent } from "../instruments/folder-content";
import { checkCall, parseScripts, ScriptReport } from "../instruments/powershell";
import { Operator } from "../instruments/runbook-run";
import { SimulatedServer, Simulator } from "../instruments/simulator";
import { declaredPart } from "./convergence";
import { namesOf } from "./emitted-calls";

interface VersionUnderTest {
  readonly version: ServerVersion;
  readonly server: SimulatedServer;
  readonly module: string;
  readonly title: string;
}

const SFB = { module: "SkypeForBusiness", title: "Skype for Business Server Management Shell" };
export const OF_2013: VersionUnderTest = {
  version: ServerVersion.LYNC_2013,
  server: "lync2013",
  module: "Lync",
  title: "Lync Server Management Shell",
};
export const OF_2015: VersionUnderTest = {
  version: ServerVersion.SKYPE_FOR_BUSINESS_2015,
  server: "sfb2015",
  ...SFB,
};
export const OF_2019: VersionUnderTest = {
  version: ServerVersion.SKYPE_FOR_BUSINESS_2019,
  server: "sfb2019",
  ...SFB,
};

/** The bytes that the declaration of main.ts yields for a version, held against the catalogue of that version. */
export function describeBytes({ version, server, module, title }: VersionUnderTest): void {
  describe(`the declaration for ${version.productName}`, () => {
    const { onprem } = synthContoso({ version });
    const text = (name: string): string => readFileSync(join(onprem, name), "utf8");

    test(`calls only what the catalogue of ${server} knows, in the module ${module}`, async () => {
      const paths = Object.keys(folderContent(onprem)).filter((path) => path.endsWith(".ps1"));
      const reports = await parseScripts(paths.map((path) => join(onprem, path)));
      expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
      const wrong = reports.flatMap((report) => wrongCalls(report, server));
      expect(wrong).toEqual([]);
      expect([...new Set(reports.flatMap(modulesOf))].sort()).toEqual([module, "MicrosoftTeams"].sort());
    });

    test(`sends the operator to the ${title}, and names no other`, () => {
      const other = title === SFB.title ? OF_2013.title : SFB.title;
      for (const name of ["RUNBOOK.md", "steps.json", "20-federate/domain-lists.edge.ps1"]) {
        expect(text(name)).toContain(title);
        expect(text(name)).not.toContain(other);
      }
      expect(text("steps.json")).toContain(`"marker": "${module}\\\\Get-CsSipDomain"`);
    });
  });
}

/** The same declaration, run on simulated servers of its version. */
export function describeVersion({ version, server }: VersionUnderTest): void {
  test(`the declaration for ${version.productName} converges on its servers, and a second run changes nothing`, async () => {
    const { onprem } = synthContoso({ version });
    const anna = new Operator(Simulator.from("nothing", { server }), onprem);
    const runs = await anna.applyAll();
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 5, 0]);
    expect(declaredPart(anna.simulator.state())).toEqual(declaredPart(Simulator.seed("right")));
    const written = anna.simulator.writes().length;
    expect([(await anna.apply("lync")).exitCode, (await anna.apply("teams")).exitCode]).toEqual([0, 0]);
    expect(anna.simulator.writes().length).toBe(written);
  });
}

/** Calls of a script that the catalogue of this version does not know. */
export function wrongCalls(report: ScriptReport, server: SimulatedServer): string[] {
  return report.commands
    .filter(({ name }) => name?.includes("\\") === true)
    .flatMap((call) => {
      const name = call.name ?? "";
      const version = name.startsWith("MicrosoftTeams\\") ? "teams" : server;
      return checkCall(version, name, namesOf(report, call)).map(({ text }) => text);
    });
}

function modulesOf(report: ScriptReport): string[] {
  return report.commands.flatMap(({ name }) =>
    name?.includes("\\") === true ? [name.slice(0, name.indexOf("\\"))] : [],
  );
}
