import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  ArchivedContent,
  ArchivingForests,
  ExchangeArchiving,
  ExchangeArchivingPolicy,
  People,
  SharePointServer,
  SharePointVersion,
  SkillSearch,
  UnifiedContactStore,
} from "../../lib";
import { folderOf, withRooms } from "../exchange/rooms";
import { folderContent } from "../instruments/folder-content";
import { checkCall, parseScripts } from "../instruments/powershell";
import { namesOf } from "./emitted-calls";
import { OF_2013, OF_2015, OF_2019 } from "./versions";

/** Contact store, archive and skill search at once. */
function scripts(version: (typeof OF_2013)["version"]): string[] {
  const synthesis = withRooms(
    ({ hybrid, pool, connection }) => {
      const people = People.of("anna@adatum.local", "ben@adatum.local");
      new UnifiedContactStore(hybrid, "ucs", { connection, allowed: false, pilotPolicy: "Pilot", people });
      const forests = ArchivingForests.different(ExchangeArchivingPolicy.ARCHIVING_TO_EXCHANGE);
      new ExchangeArchiving(hybrid, "archive", { connection, pool, content: ArchivedContent.IM_ONLY, forests, people });
      const sharePoint = new SharePointServer(hybrid, "portal", {
        version: SharePointVersion.SHAREPOINT_2013,
        url: "https://portal.contoso.local",
      });
      const url = "https://portal.contoso.local/SearchCenter/Pages/PeopleResults.aspx";
      new SkillSearch(hybrid, "skills", {
        sharePoint,
        searchInternal: url,
        searchExternal: url,
        centerInternal: url,
        centerExternal: url,
      });
    },
    { version },
  );
  const onprem = folderOf(synthesis);
  const paths = Object.keys(folderContent(onprem)).filter((path) => /^40-integrate.*\.ps1$/.test(path));
  return paths.map((path) => join(onprem, path));
}

test.each([OF_2013, OF_2015, OF_2019].map((of) => [of.server, of] as const))(
  "contact store, archive and skill search call only what the catalogue of %s knows",
  async (server, { version, module }) => {
    const paths = scripts(version);
    expect(paths.length).toBe(8);
    const reports = await parseScripts(paths);
    expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
    const calls = reports.flatMap((report) => report.commands.map((call) => ({ report, call })));
    const emitted = calls.filter(({ call }) => call.name?.includes("\\") === true);
    expect(emitted.length).toBeGreaterThan(8);
    for (const { report, call } of emitted) {
      expect(call.name).toMatch(new RegExp(`^${module}\\\\`));
      expect(checkCall(server, call.name ?? "", namesOf(report, call))).toEqual([]);
    }
    expect(paths.map((path) => readFileSync(path, "utf8")).join("\n")).not.toContain("-Tenant");
  },
);
