import { readdirSync } from "node:fs";
import { join } from "node:path";
import { CATALOGUE } from "../../lib/onprem/catalog";
import { FunctionsRow, KindRow } from "../../lib/onprem/catalog/kind";
import { isUnqualified, Shell } from "../../lib/onprem/shell";
import { isChanged } from "../../lib/powershell/function-script";
import { operationsFile } from "../../lib/powershell/operations-file";
import { runbookFiles } from "../../lib/runbook/runbook-files";
import type { ServerVersion } from "../instruments/catalogue/check";
import { checkCall, newerThan, parseScripts, ScriptReport } from "../instruments/powershell";
import { someStep } from "../instruments/some-step";

const FOLDER = join(__dirname, "..", "..", "lib", "powershell", "operations");
const files = readdirSync(FOLDER).sort();
const rows = [...CATALOGUE.values()].filter(
  (row): row is KindRow & { readonly functions: FunctionsRow } => row.functions !== undefined,
);

/** Cmdlets of a shell whose module nobody can name, listed in a row or not: the controller looks where they come from. */
const unnamed = new Set(rows.filter(({ shell }) => isUnqualified(shell)).flatMap(({ functions }) => functions.cmdlets));
const UNNAMED = /^\w+-(SP[A-Z]|Owa|Accepted|Mailbox|Organization|Exchange|EXO)/;
/** A cmdlet of a product, and none of PowerShell itself or of ours. */
const isForeign = (name: string | null): name is string =>
  name !== null && (name.includes("\\") || unnamed.has(name) || UNNAMED.test(name));
/** Where a file's cmdlets are looked up, by the shell of the kinds that use it. */
function versionsOf(file: string): readonly ServerVersion[] {
  const row = rows.find(({ functions }) => functions.files.includes(file));
  return VERSIONS[row?.shell ?? Shell.GRAPH] ?? [];
}
const VERSIONS: Partial<Record<Shell, readonly ServerVersion[]>> = {
  [Shell.GRAPH]: ["graph"],
  [Shell.EXCHANGE_ONLINE]: ["exchangeonline"],
  [Shell.SHAREPOINT]: ["sharepoint2013", "sharepoint2016", "sharepoint2019", "sharepointSE"],
};
const bare = (name: string): string => name.slice(name.lastIndexOf("\\") + 1);

describe("the reviewed functions that stand for cmdlets", () => {
  let reports: ReadonlyMap<string, ScriptReport> = new Map();
  beforeAll(async () => {
    const parsed = await parseScripts(files.map((file) => join(FOLDER, file)));
    reports = new Map(parsed.map((report, index) => [(files[index] ?? "").replace(/\.ps1$/, ""), report]));
  });
  const of = (row: KindRow & { functions: FunctionsRow }): ScriptReport[] =>
    row.functions.files.flatMap((file) => reports.get(file) ?? []);

  test.each(files)("%s parses, is plain ASCII, and holds nothing newer than PowerShell 3.0", (file) => {
    const report = reports.get(file.replace(/\.ps1$/, ""));
    expect(report).toMatchObject({ errors: [], bom: "none", nonAsciiBytes: 0 });
    expect(report === undefined ? [] : newerThan(report, "3.0")).toEqual([]);
  });

  test.each(files)(
    "%s calls the cmdlets of a product with their module, as documented, and never with -Force",
    (file) => {
      const { commands = [] } = reports.get(file.replace(/\.ps1$/, "")) ?? {};
      const unqualified = commands.filter(({ name }) => /^\w+-(Cs|Mg|Ms|Ad|Az|Entra)[A-Z]/.test(name ?? ""));
      expect(unqualified).toEqual([]);
      for (const { name, parameters } of commands.filter((command) => isForeign(command.name))) {
        const names = parameters.map((parameter) => parameter.name);
        const versions = versionsOf(file.replace(/\.ps1$/, ""));
        expect(versions).not.toEqual([]);
        for (const version of versions) expect(checkCall(version, name ?? "", names)).toEqual([]);
        expect(names).toContain("ErrorAction");
        expect(names).not.toContain("Force");
      }
      expect(commands.filter(({ name }) => /^(Invoke-Expression|iex)$/i.test(name ?? ""))).toEqual([]);
    },
  );

  test("belong to a kind, every file of them", () => {
    const used = new Set(rows.flatMap(({ functions }) => functions.files.map((file) => `${file}.ps1`)));
    expect(files).toEqual([...used].sort());
  });

  test.each(rows.map((row) => [row.key, row] as const))("%s: the row names what its files call", (_key, row) => {
    const called = of(row).flatMap(({ commands }) => commands.map(({ name }) => name).filter(isForeign));
    expect([...new Set(called.map(bare))].sort()).toEqual([...row.functions.cmdlets].sort());
  });

  test.each(rows.map((row) => [row.key, row] as const))(
    "%s: Get- is asked where, New- and Remove- take the whole identity, and New- every property",
    (_key, row) => {
      const functions = new Map(
        of(row).flatMap((report) => report.functions.map((made) => [made.name, made.parameters])),
      );
      const { identityAs, readsOne } = row.functions;
      const all = [...identityAs, ...Object.keys(row.properties)];
      const made = row.createdByHand !== true;
      expect(row.noun).toMatch(/^Hybrid/);
      expect(row.shape).toBe("entity");
      expect(functions.get(`Get-${row.noun}`)).toEqual(readsOne === true ? identityAs : identityAs.slice(0, -1));
      expect(functions.get(`Remove-${row.noun}`)).toEqual(made ? identityAs : undefined);
      expect(functions.get(`New-${row.noun}`)).toEqual(made ? all : undefined);
      expect(functions.get(`Set-${row.noun}`)).toEqual(isChanged(row) ? all : undefined);
    },
  );
});

describe("the runbook of a kind with functions of ours", () => {
  const contents = { stack: "contoso", mirror: [], acknowledgements: [], findings: [], released: [] };
  const key = someStep({
    id: "PrincipalKey/00AA/lync-servers",
    kind: "PrincipalKey",
    shell: Shell.GRAPH,
    module: "Microsoft.Graph.Applications",
    identity: "tenant/app/00AA",
    objects: [{ noun: "HybridPrincipalKey", identity: "tenant/app/00AA", properties: { Certificate: "MII=" } }],
  });
  const textOf = (steps: Parameters<typeof runbookFiles>[1], path: string): string | undefined =>
    runbookFiles({ ...contents, steps } as never, steps, { schema: 1, groups: [] }).find((file) => file.path === path)
      ?.text;

  test("carries the files that its steps use, verbatim, among what is hashed", () => {
    expect(textOf([key], "Hybrid.Operations.ps1")).toBe(operationsFile(["principal-keys", "principals"]));
    expect(textOf([key], "checksums.json")).toContain('"Hybrid.Operations.ps1"');
    expect(textOf([key], "Hybrid.Operations.ps1")).not.toContain("Get-HybridPrincipalName");
    expect(textOf([key], "Hybrid.Operations.ps1")).not.toMatch(/[^\r]\n/);
  });

  test("calls them by name, with what the identity says, and loads them where a step file is run alone", () => {
    const script = textOf([key], "30-share/PrincipalKey.00AA.lync-servers.ps1") ?? "";
    expect(script).toContain("{ Get-HybridPrincipalKey -TenantId 'tenant' -AppId 'app' -ErrorAction Stop }");
    expect(script).toContain(
      "{ param($values) New-HybridPrincipalKey -TenantId 'tenant' -AppId 'app' -Thumbprint '00AA' @values -ErrorAction Stop }",
    );
    expect(script).toContain("Hybrid.Operations.ps1");
  });

  test("has no such file where no step needs one, and its step files do not ask for it", () => {
    expect(textOf([someStep()], "Hybrid.Operations.ps1")).toBeUndefined();
    expect(textOf([someStep()], "30-share/CsHostingProvider.Office365.ps1")).not.toContain("Operations");
  });
});
