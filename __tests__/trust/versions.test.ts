import { join } from "node:path";
import { folderContent } from "../instruments/folder-content";
import { checkCall, parseScripts } from "../instruments/powershell";
import { namesOf } from "../powershell/emitted-calls";
import { OF_2013, OF_2015, OF_2019 } from "../powershell/versions";
import { synthesize } from "../rules/synthesis";
import { declareTrust, folderOf } from "./trusted-deployment";

test.each([OF_2013, OF_2015, OF_2019])(
  "the trust declared for $version.productName calls only what its cmdlets know",
  async ({ version, server, module }) => {
    const onprem = folderOf(synthesize((stack) => declareTrust(stack, { version })));
    const paths = Object.keys(folderContent(onprem)).filter((path) => /\/(CsCertificate|CsOAuth|CsPartner)/.test(path));
    expect(paths.length).toBe(6);
    const reports = await parseScripts(paths.map((path) => join(onprem, path)));
    const calls = reports.flatMap((report) =>
      report.commands
        .filter(({ name }) => name?.includes("-Cs") === true)
        .map((call) => [call.name ?? "", namesOf(report, call)] as const),
    );
    expect(calls.length).toBeGreaterThan(15);
    expect(calls.filter(([name]) => !name.startsWith(`${module}\\`))).toEqual([]);
    expect(calls.flatMap(([name, parameters]) => checkCall(server, name, parameters).map(({ text }) => text))).toEqual(
      [],
    );
    const added = reports.flatMap((report) => report.commands.filter(({ name }) => name === "Add-Member"));
    expect(added.length).toBe(1);
  },
);
