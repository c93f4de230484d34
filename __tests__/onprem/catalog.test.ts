import { CATALOGUE } from "../../lib/onprem/catalog";
import { CallRow, KindRow, MemberRow, PropertyRow } from "../../lib/onprem/catalog/kind";
import { Shell } from "../../lib/onprem/shell";
import { qualified } from "../../lib/powershell/calls";
import { ServerVersion } from "../../lib/topology/server-version";
import { catalogueRecord, checkCall, ServerVersion as CatalogueVersion } from "../instruments/catalogue/check";

const VERSIONS: readonly (readonly [ServerVersion, CatalogueVersion])[] = [
  [ServerVersion.LYNC_2013, "lync2013"],
  [ServerVersion.SKYPE_FOR_BUSINESS_2015, "sfb2015"],
  [ServerVersion.SKYPE_FOR_BUSINESS_2019, "sfb2019"],
];

const EXCHANGE = ["exchange2013", "exchange2016", "exchange2019", "exchangeSE"] as const;

/** Unified Messaging ended with Exchange Server 2016; before it, no document configures anything by a setting override. */
function exchangeVersions({ noun }: KindRow): readonly CatalogueVersion[] {
  if (noun.startsWith("UM")) return EXCHANGE.slice(0, 2);
  // The dedicated application came with Exchange Server 2016.
  return ["SettingOverride", "AuthServer"].includes(noun) ? EXCHANGE.slice(1) : EXCHANGE;
}

const SHAREPOINT = ["sharepoint2013", "sharepoint2016", "sharepoint2019", "sharepointSE"] as const;

interface Target {
  readonly version: CatalogueVersion;
  readonly module: string;
  /** Place among the server versions. */
  readonly order: number;
}

function targets(row: KindRow): Target[] {
  if (row.shell === Shell.TEAMS)
    return [{ version: "teams", module: "MicrosoftTeams", order: Number.POSITIVE_INFINITY }];
  if (row.shell === Shell.EXCHANGE)
    return exchangeVersions(row).map((version) => ({ version, module: "", order: Number.POSITIVE_INFINITY }));
  if (row.shell === Shell.SHAREPOINT)
    return SHAREPOINT.map((version) => ({ version, module: "", order: Number.POSITIVE_INFINITY }));
  return VERSIONS.map(([server, version]) => ({ version, module: server.module, order: server.order }));
}

function parameterNames(properties: Readonly<Record<string, PropertyRow>>): [string, PropertyRow][] {
  return Object.entries(properties).map(([name, property]) => [property.writeAs ?? name, property]);
}

/** Functions of ours are no cmdlets: operations.test.ts holds those, and the cmdlets inside them. */
const rows = [...CATALOGUE.values()].filter(({ functions }) => functions === undefined);
/** What the cmdlets of this age know: a step that declares more is refused at synthesis. */
function knownAt(properties: Readonly<Record<string, PropertyRow>>, order: number): [string, PropertyRow][] {
  return parameterNames(properties).filter(([, { since }]) => (since?.order ?? 0) <= order);
}

const cmdletRows = rows.filter(
  (row) => row.shape === "entity" || row.shape === "singleton" || row.noun.startsWith("CsTenant"),
);
/** A list of people has no states: each person has a value of their own. */
const transitions = rows.filter((row) => row.shape === "transition" && row.people === undefined);

function callsOf({ transition }: KindRow): CallRow[] {
  const states = Object.values(transition?.states ?? {});
  return [transition?.read, ...states.flatMap(({ question, verb }) => [question, verb])].filter(
    (call): call is CallRow => call !== undefined,
  );
}

const assigned = rows.filter((row) => row.assignment !== undefined);
const madeByNew = rows.filter(
  (row) => row.shape === "entity" && row.createdByHand !== true && row.assignment === undefined,
);
const nounLists = rows.flatMap((row) =>
  row.members
    .filter((member) => member.listProperty === undefined)
    .map((member): [KindRow, MemberRow] => [row, member]),
);

describe("the catalogue rows", () => {
  test.each(cmdletRows.map((row) => [row.key, row] as const))(
    "%s: Set- takes every property that changes in place",
    (_key, row) => {
      if (row.neverChanged === true) return;
      for (const { version, module, order } of targets(row)) {
        const inPlace = knownAt(row.properties, order).filter(([, property]) => property.createOnly !== true);
        const names = [
          ...(row.identityOnChange ? [row.perServer === true ? "Server" : "Identity"] : []),
          ...inPlace.map(([name]) => name),
          ...row.fixedSwitches,
          "Confirm",
          "ErrorAction",
        ];
        expect(checkCall(version, qualified(module, `Set-${row.noun}`), names)).toEqual([]);
      }
    },
  );

  test.each(madeByNew.map((row) => [row.key, row] as const))(
    "%s: New- takes every property, and what the row demands is what New- demands",
    (_key, row) => {
      for (const { version, module, order } of targets(row)) {
        const fixed = [row.namedBy, ...row.fixedSwitches, "Confirm", "ErrorAction"];
        const names = [...fixed, ...knownAt(row.properties, order).map(([name]) => name)];
        expect(checkCall(version, qualified(module, `New-${row.noun}`), names)).toEqual([]);
        const demanded = [...fixed, ...row.requiredAtCreation];
        expect(checkCall(version, qualified(module, `New-${row.noun}`), demanded)).toEqual([]);
        for (const name of row.requiredAtCreation) {
          // A set that goes by another parameter may do without it; the one it belongs to may not.
          const sets = Object.values(catalogueRecord(version, `New-${row.noun}`)?.parameterSets ?? {});
          expect(sets.flat().map((token) => token.replace("@", ""))).toContain(`${name}*`);
          if (!sets.every((set) => set.some((token) => token.startsWith(`${name}*`)))) continue;
          const without = demanded.filter((other) => other !== name);
          expect(checkCall(version, qualified(module, `New-${row.noun}`), without)).not.toEqual([]);
        }
      }
    },
  );

  test.each(cmdletRows.map((row) => [row.key, row] as const))(
    "%s: what the row says a later version brought, the older cmdlets do not know",
    (_key, row) => {
      for (const { version, module, order } of targets(row)) {
        const later = parameterNames(row.properties).filter(([, { since }]) => (since?.order ?? 0) > order);
        for (const [name] of later) {
          const found = checkCall(version, qualified(module, `Set-${row.noun}`), [name]).map(({ kind }) => kind);
          expect(found).toContain("unknown-parameter");
        }
      }
    },
  );

  test.each(rows.flatMap((row) => (row.then === undefined ? [] : [[row.key, row, row.then] as const])))(
    "%s: what follows a write takes the parameters of its call, and goes over a set of the row where it goes over one",
    (_key, row, then) => {
      for (const { version, module } of targets(row)) {
        const named = then.identityAs === undefined ? [] : [then.identityAs];
        const names = [...named, ...Object.keys(then.parameters ?? {}), "ErrorAction"];
        const confirm = then.confirm === true ? ["Confirm"] : [];
        expect(checkCall(version, qualified(module, then.cmdlet), [...names, ...confirm])).toEqual([]);
      }
      if (then.forEach !== undefined) expect(row.properties[then.forEach]?.compare).toMatch(/^set/);
      expect(then.forEach === undefined).toBe(then.identityAs === undefined);
    },
  );

  test.each(rows.filter((row) => row.shape === "entity").map((row) => [row.key, row] as const))(
    "%s: what is written only at creation really cannot be set later",
    (_key, row) => {
      for (const [name, property] of parameterNames(row.properties)) {
        if (property.createOnly !== true || property.recreatedByHand === true) continue;
        for (const { version, module } of targets(row)) {
          expect(checkCall(version, qualified(module, `Set-${row.noun}`), ["Identity", name])).not.toEqual([]);
        }
      }
    },
  );

  test.each(assigned.map((row) => [row.key, row, row.assignment] as const))(
    "%s: is assigned by Set- and taken away by Remove- with the parameters of its row, in every version",
    (_key, row, assignment) => {
      for (const { version, module } of targets(row)) {
        const asked = Object.keys(assignment?.parameters ?? {});
        const target = ["Identity", ...asked, "Confirm", "ErrorAction"];
        expect(catalogueRecord(version, `New-${row.noun}`)).toBeUndefined();
        expect(checkCall(version, `${module}\\Get-${row.noun}`, [...asked, "ErrorAction"])).toEqual([]);
        expect(checkCall(version, `${module}\\Remove-${row.noun}`, target)).toEqual([]);
        const properties = Object.keys(row.properties);
        expect(checkCall(version, `${module}\\Set-${row.noun}`, [...target, ...properties])).toEqual([]);
        expect(checkCall(version, `${module}\\Set-${row.noun}`, target)).not.toEqual([]);
      }
      expect(row.carried).toEqual(Object.keys(row.properties));
    },
  );

  test.each(rows.filter((row) => row.createdByHand === true).map((row) => [row.key, row] as const))(
    "%s: really has no New- and no Remove- unless it says why not, and undo captures what is written",
    (_key, row) => {
      for (const { version } of targets(row)) {
        const known = row.notCreated !== undefined;
        expect(catalogueRecord(version, `New-${row.noun}`) !== undefined).toBe(known);
        expect(catalogueRecord(version, `Remove-${row.noun}`) !== undefined).toBe(known);
      }
      expect(row.carried).toEqual(Object.keys(row.properties));
    },
  );

  test.each(rows.filter((row) => row.neverChanged === true).map((row) => [row.key, row] as const))(
    "%s: really has no Set-, and everything about it is said at its creation",
    (_key, row) => {
      for (const { version } of targets(row)) expect(catalogueRecord(version, `Set-${row.noun}`)).toBeUndefined();
      expect(Object.values(row.properties).filter(({ createOnly }) => createOnly !== true)).toEqual([]);
    },
  );

  test.each(rows.filter(({ filteredBy, perServer }) => (filteredBy ?? perServer) !== undefined))(
    "$key: is read by a parameter that Get- has",
    (row) => {
      for (const { version, module } of targets(row)) {
        const asked = row.perServer === true ? "Server" : "Filter";
        expect(checkCall(version, qualified(module, `Get-${row.noun}`), [asked, "ErrorAction"])).toEqual([]);
      }
    },
  );

  test.each(rows.filter(({ noun }) => noun.startsWith("UM")))(
    "$key: is gone after Exchange Server 2016",
    ({ noun }) => {
      for (const version of EXCHANGE.slice(2)) expect(catalogueRecord(version, `Get-${noun}`)).toBeUndefined();
    },
  );

  test.each(madeByNew.map((row) => [row.key, row] as const))(
    "%s: undo captures every parameter of New- that is data",
    (_key, row) => {
      for (const { version } of targets(row)) {
        const parameters = Object.entries(catalogueRecord(version, `New-${row.noun}`)?.parameters ?? {});
        // -Tenant says where, not what: nothing on-premises has one. A password comes back from nowhere.
        const no = "Identity DomainController Force InMemory Tenant WhatIf Confirm Password AssignmentCollection".split(
          " ",
        );
        const data = parameters
          .filter(([, parameter]) => row.shell !== Shell.EXCHANGE || (parameter?.applicable?.includes(version) ?? true))
          .map(([name]) => name)
          .filter((name) => name !== row.namedBy && !no.includes(name));
        expect([...row.carried].sort()).toEqual(expect.arrayContaining(data.sort()));
      }
    },
  );

  test.each(nounLists.map(([row, member]) => [member.noun, row, member] as const))(
    "%s: entries are added, changed and removed with documented parameters, in every version",
    (_noun, row, member) => {
      for (const { version, module, order } of targets(row)) {
        const known = parameterNames(member.properties).filter(([, { since }]) => (since?.order ?? 0) <= order);
        const names = ["Identity", ...known.map(([name]) => name), "Confirm", "ErrorAction"];
        expect(checkCall(version, qualified(module, `New-${member.noun}`), names)).toEqual([]);
        expect(checkCall(version, qualified(module, `Set-${member.noun}`), names)).toEqual([]);
        expect(
          checkCall(version, qualified(module, `Remove-${member.noun}`), ["Identity", "Confirm", "ErrorAction"]),
        ).toEqual([]);
      }
    },
  );

  test.each(nounLists.map(([row, member]) => [member.noun, row, member] as const))(
    "%s: what a version is said not to have, its cmdlets really do not take",
    (_noun, row, member) => {
      for (const { version, module, order } of targets(row)) {
        const later = parameterNames(member.properties).filter(([, { since }]) => (since?.order ?? 0) > order);
        for (const [name] of later) {
          expect(checkCall(version, qualified(module, `New-${member.noun}`), ["Identity", name])).not.toEqual([]);
        }
      }
    },
  );

  test.each(nounLists.map(([, member]) => [member.noun, member] as const))(
    "%s: undo captures every parameter that some version of New- takes",
    (_noun, member) => {
      const all = VERSIONS.flatMap(([, version]) => {
        const record = catalogueRecord(version, `New-${member.noun}`);
        return Object.entries(record?.parameters ?? {}).map(([name]) => name);
      });
      const data = all.filter(
        (name) => !["Identity", "Domain", "Force", "InMemory", "WhatIf", "Confirm"].includes(name),
      );
      expect([...member.carried].sort()).toEqual([...new Set(data)].sort());
    },
  );

  test.each(transitions.flatMap((row) => callsOf(row).map((call) => [row.key, call.cmdlet, row, call] as const)))(
    "%s: %s takes the parameters of its call, and -Confirm exactly where the row says so",
    (_key, _cmdlet, row, call) => {
      for (const { version, module } of targets(row)) {
        const named = call.identityAs === undefined ? [] : [call.identityAs];
        const names = [...named, ...Object.keys(call.parameters ?? {}), ...(call.switches ?? []), "ErrorAction"];
        expect(checkCall(version, qualified(module, call.cmdlet), names)).toEqual([]);
        if (call.cmdlet.startsWith("Get-")) continue;
        const confirmed = checkCall(version, qualified(module, call.cmdlet), [...names, "Confirm"]);
        expect(confirmed.length === 0).toBe(call.confirm === true);
      }
    },
  );

  test.each(transitions.map((row) => [row.key, row] as const))(
    "%s: lies beyond states that it knows, and either reads a property or asks about every state",
    (_key, { transition, properties, carried }) => {
      const states = Object.keys(transition?.states ?? {});
      expect(Object.keys(properties)).toEqual([transition?.stateProperty]);
      expect(carried).toEqual([transition?.stateProperty]);
      for (const state of Object.values(transition?.states ?? {})) {
        expect(states).toEqual(expect.arrayContaining([...state.beyond]));
        expect(state.question === undefined).toBe(transition?.read !== undefined);
      }
      expect(transition?.whenAbsent === undefined).toBe(transition?.read !== undefined);
    },
  );

  test("hold no option that is obsolete, destroys or silences a question (V54)", () => {
    expect(JSON.stringify(rows)).not.toMatch(/MoveToTeams|BypassAudioConferencingCheck|UseOAuth\b|"Force"|-Force\b/i);
  });

  test("name their sources", () => {
    for (const row of rows.filter((candidate) => candidate.shape !== "manual")) {
      expect(row.sources.length).toBeGreaterThan(0);
    }
  });

  test("refuse a parameter that no server has: the oracle itself can say no", () => {
    expect(checkCall("lync2013", "Lync\\Set-CsHostingProvider", ["Identity", "ProxyFqdn"])).not.toEqual([]);
    expect(checkCall("lync2013", "Lync\\Set-CsAccessEdgeConfiguration", ["Identity", "UseDnsSrvRouting"])).not.toEqual(
      [],
    );
  });
});
