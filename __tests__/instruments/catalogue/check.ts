// Holds calls against the documented cmdlets: lync.json, teams.json, exchange.json and graph.json, made by extract.mjs.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type ExchangeVersion = "exchange2013" | "exchange2016" | "exchange2019" | "exchangeSE";
export type SharePointProduct = "sharepoint2013" | "sharepoint2016" | "sharepoint2019" | "sharepointSE";
export type ServerVersion =
  | "lync2010"
  | "lync2013"
  | "sfb2015"
  | "sfb2019"
  | "teams"
  | "graph"
  | "exchangeonline"
  | SharePointProduct
  | ExchangeVersion;

export type CatalogueParameter = {
  readonly type?: string;
  readonly applicable?: readonly string[];
  readonly aliases?: readonly string[];
};
export type CatalogueRecord = {
  readonly module: string;
  readonly applicable: readonly string[];
  readonly supportsShouldProcess: boolean;
  readonly defaultSet?: string;
  /** Set name -> parameters; `*` = mandatory, `@` = positional. */
  readonly parameterSets: Readonly<Record<string, readonly string[]>>;
  readonly parameters: Readonly<Record<string, CatalogueParameter | undefined>>;
};
type Entry = CatalogueRecord | { readonly variants: readonly CatalogueRecord[] };

export type CallFinding = {
  readonly kind: "unknown-command" | "wrong-module" | "unknown-parameter" | "missing-mandatory" | "no-parameter-set";
  readonly text: string;
};

const COMMON = new Set(
  "verbose debug erroraction warningaction errorvariable warningvariable outvariable outbuffer".split(" "),
);
const MODULES: Record<ServerVersion, readonly string[]> = {
  lync2010: ["Lync"],
  lync2013: ["Lync"],
  sfb2015: ["SkypeForBusiness"],
  sfb2019: ["SkypeForBusiness"],
  teams: ["MicrosoftTeams"],
  graph: ["Microsoft.Graph.Applications", "Microsoft.Graph.Authentication"],
  // A remote session: the module has another name at every sign-in, so that no call may name one.
  exchange2013: [],
  exchange2016: [],
  exchange2019: [],
  exchangeSE: [],
  exchangeonline: [],
  // A snap-in or a module, by version.
  sharepoint2013: [],
  sharepoint2016: [],
  sharepoint2019: [],
  sharepointSE: [],
};

let loaded: ReadonlyMap<string, readonly CatalogueRecord[]> | undefined;

function catalogue(): ReadonlyMap<string, readonly CatalogueRecord[]> {
  if (loaded === undefined) {
    const records = new Map<string, CatalogueRecord[]>();
    for (const file of ["lync.json", "teams.json", "exchange.json", "graph.json", "sharepoint.json"]) {
      const { cmdlets } = JSON.parse(readFileSync(join(__dirname, file), "utf8")) as { cmdlets: Record<string, Entry> };
      for (const [name, entry] of Object.entries(cmdlets)) {
        const list = "variants" in entry ? entry.variants : [entry];
        records.set(name.toLowerCase(), [...(records.get(name.toLowerCase()) ?? []), ...list]);
      }
    }
    loaded = records;
  }
  return loaded;
}

/** The documented record of a command for a version; undefined when that version does not have it. */
export function catalogueRecord(version: ServerVersion, command: string): CatalogueRecord | undefined {
  const name = command.slice(command.lastIndexOf("\\") + 1).toLowerCase();
  return catalogue()
    .get(name)
    ?.find(({ applicable }) => applicable.includes(version));
}

/** The parameter sets that a version has: names in lower case, and which of them are mandatory. */
function parameterSets(version: ServerVersion, record: CatalogueRecord): { all: Set<string>; mandatory: string[] }[] {
  // Parameters of the Teams pages carry labels of the on-premises pages they were copied from; there the syntax decides.
  const exists = (name: string): boolean =>
    version === "teams" || (record.parameters[name]?.applicable?.includes(version) ?? true);
  return Object.values(record.parameterSets).map((tokens) => {
    const all = new Set<string>();
    const mandatory: string[] = [];
    for (const token of tokens) {
      const name = token.replace(/[*@]+$/, "");
      if (exists(name)) {
        all.add(name.toLowerCase());
        if (token.includes("*")) {
          mandatory.push(name);
        }
      }
    }
    return { all, mandatory };
  });
}

/** What is wrong with `command -parameters` on that version. Names are taken as written: no aliases, no abbreviations. */
export function checkCall(
  version: ServerVersion,
  command: string,
  parameters: readonly string[],
): readonly CallFinding[] {
  const record = catalogueRecord(version, command);
  if (record === undefined) {
    return [{ kind: "unknown-command", text: `${command} is not in the catalogue extract for ${version}` }];
  }
  const findings: CallFinding[] = [];
  const [module] = command.split("\\");
  if (module !== undefined && command.includes("\\") && !MODULES[version].includes(module)) {
    findings.push({
      kind: "wrong-module",
      text: `${command}: ${version} has it in ${MODULES[version].join(", ") || "no module that a call may name"}`,
    });
  }
  const sets = parameterSets(version, record);
  const given = parameters.filter((name) => !COMMON.has(name.toLowerCase()));
  const unknown = given.filter((name) => !sets.some(({ all }) => all.has(name.toLowerCase())));
  for (const name of unknown) {
    findings.push({ kind: "unknown-parameter", text: `${command} has no -${name} on ${version}` });
  }
  if (unknown.length > 0) {
    return findings;
  }
  const fitting = sets.filter(({ all }) => given.every((name) => all.has(name.toLowerCase())));
  const lower = new Set(given.map((name) => name.toLowerCase()));
  const missing = fitting.map(({ mandatory }) => mandatory.filter((name) => !lower.has(name.toLowerCase())));
  const [fewest] = missing.sort((a, b) => a.length - b.length);
  if (fewest === undefined) {
    findings.push({
      kind: "no-parameter-set",
      text: `${command} has no parameter set with ${given.map((name) => `-${name}`).join(" ")}`,
    });
  } else if (fewest.length > 0) {
    findings.push({
      kind: "missing-mandatory",
      text: `${command} lacks ${fewest.map((name) => `-${name}`).join(", ")}`,
    });
  }
  return findings;
}
