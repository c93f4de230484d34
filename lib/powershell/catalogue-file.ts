import { KindRow, MemberRow, PropertyRow } from "../onprem/catalog/kind";
import { byText } from "../values/text-order";
import { literal } from "./literal";
import { peopleFacts } from "./people-script";
import { array, hashtable, indent, inlineBag, Lines, scriptText } from "./script-lines";

type Entry = readonly [string, Lines];

/** Hybrid.Catalogue.ps1: how the kinds in use are compared, adopted, captured and waited for. */
export function catalogueFile(rows: readonly KindRow[]): string {
  const sorted = [...rows].sort((left, right) => byText(left.key, right.key));
  return scriptText([
    "# Comparison and shape of the kinds in this runbook -- generated; edit main.ts, then run cdktf synth.",
    "function Get-HybridKind {",
    "    param([string]$Kind)",
    "    switch ($Kind) {",
    ...indent(indent(sorted.flatMap(kindCase))),
    "    }",
    `    throw "This runbook holds no kind '$Kind': the folder is not whole."`,
    "}",
  ]);
}

function kindCase(row: KindRow): string[] {
  return [`${literal(row.key)} {`, ...indent(returned(hashtable(kindEntries(row)))), "}"];
}

function returned(lines: Lines): string[] {
  const [first = "", ...rest] = lines;
  return [`return ${first}`, ...rest];
}

function kindEntries(row: KindRow): Entry[] {
  const listsOfNouns = row.members.filter((member) => member.listProperty === undefined);
  return [
    ["Shape", [literal(row.shape)]],
    ["Identity", [literal(row.identity)]],
    ...(row.namedBy === "Identity" ? [] : [["NamedBy", [literal(row.namedBy)]] as const]),
    ...(row.uniqueBy === undefined ? [] : [["UniqueBy", [literal(row.uniqueBy)]] as const]),
    ["Wait", [literal(row.waitSeconds)]],
    ["Carried", names(row.carried)],
    ["Properties", propertyRows(row.properties)],
    ...transitionFacts(row),
    ...peopleFacts(row),
    ...(listsOfNouns.length === 0 ? [] : [["Lists", listRows(listsOfNouns)] as const]),
  ];
}

function transitionFacts({ transition }: KindRow): Entry[] {
  if (transition === undefined) return [];
  const { stateProperty, states, whenAbsent } = transition;
  return [
    ["StateProperty", [literal(stateProperty)]],
    ["States", names(Object.keys(states))],
    ...(whenAbsent === undefined ? [] : [["WhenAbsent", [literal(whenAbsent)]] as const]),
  ];
}

function listRows(members: readonly MemberRow[]): string[] {
  return hashtable(
    members.map((member) => [
      member.noun,
      hashtable([
        ["Identity", [literal(member.identity)]],
        ["Carried", names(member.carried)],
        ["Properties", propertyRows(member.properties)],
      ]),
    ]),
  );
}

function propertyRows(properties: Readonly<Record<string, PropertyRow>>): string[] {
  const sorted = Object.entries(properties).sort(([left], [right]) => byText(left, right));
  return hashtable(sorted.map(([name, row]) => [name, [propertyRow(row)]]));
}

function propertyRow(row: PropertyRow): string {
  const pairs: (readonly [string, string])[] = [["Compare", literal(row.compare)]];
  if (row.createOnly === true) pairs.push(["CreateOnly", "$true"]);
  if (row.writeAs !== undefined) pairs.push(["WriteAs", literal(row.writeAs)]);
  if (row.readAs !== undefined) pairs.push(["ReadAs", literal(row.readAs)]);
  if (row.write !== undefined) pairs.push(["Write", literal(row.write)]);
  if (row.whenMissing !== undefined) pairs.push(["WhenMissing", literal(row.whenMissing)]);
  return inlineBag(pairs);
}

function names(of: readonly string[]): string[] {
  return array([...of].sort(byText).map((name) => [literal(name)]));
}
