import { FunctionsRow, KindRow } from "../onprem/catalog/kind";
import { Bag, PsValue, Step } from "../onprem/step";
import { literal } from "./literal";
import { Lines } from "./script-lines";

/**
 * The calls of a kind whose cmdlets are functions of ours. They carry no module, for they lie in the runbook's own folder,
 * and no -Confirm:$false, for they ask nobody. Where they look and what they name stands in every call.
 */
export function functionEntries(step: Step, row: KindRow, functions: FunctionsRow): (readonly [string, Lines])[] {
  const scope = parameters(
    functions.readsOne === true ? partsOf(step.identity, functions) : scopeOf(step.identity, functions),
  );
  const object = parameters(partsOf(step.identity, functions));
  const call = (verb: string, rest: string): string => `${verb}-${row.noun}${rest} -ErrorAction Stop`;
  const read = ["Read", [`{ ${call("Get", scope)} }`]] as const;
  const remove = ["Remove", [`{ ${call("Remove", object)} }`]] as const;
  if (step.retire) return [["Retire", ["$true"]], read, remove];
  const change = ["Change", [`{ param($values) ${call("Set", `${object} @values`)} }`]] as const;
  if (row.createdByHand === true) return [["Desired", ["$desired"]], read, ...(isChanged(row) ? [change] : [])];
  return [
    ["Desired", ["$desired"]],
    read,
    ["Create", [`{ param($values) ${call("New", `${object} @values`)} }`]],
    ...(isChanged(row) ? [change] : []),
    remove,
  ];
}

/** The same calls for the reader of RUNBOOK.md. */
export function functionTexts(step: Step, row: KindRow, functions: FunctionsRow): string[] {
  const object = parameters(partsOf(step.identity, functions));
  if (step.retire) return [`Remove-${row.noun}${object}`];
  const verb = row.createdByHand === true ? "Set" : "New";
  if (row.createdByHand === true && !isChanged(row)) return [];
  return step.objects.map(({ properties }) => `${verb}-${row.noun}${object}${shortened(properties)}`);
}

/** Whether there is a Set- function: something that is not settled for good when the object is created. */
export function isChanged(row: KindRow): boolean {
  return Object.values(row.properties).some(({ createOnly }) => createOnly !== true);
}

type Part = readonly [string, string];

function partsOf(identity: string, { identityAs }: FunctionsRow): Part[] {
  const parts = identity.split("/");
  const last = identityAs.length - 1;
  return identityAs.map((name, index) => [name, index < last ? (parts[index] ?? "") : parts.slice(last).join("/")]);
}

function scopeOf(identity: string, functions: FunctionsRow): Part[] {
  return partsOf(identity, functions).slice(0, -1);
}

function parameters(parts: readonly Part[]): string {
  return parts.map(([name, text]) => ` -${name} ${literal(text)}`).join("");
}

/** A certificate is a wall of letters: the page shows its beginning. */
const SHOWN = 80;

function shortened(properties: Bag): string {
  return Object.entries(properties)
    .map(([name, value]) => ` -${name} ${shortLiteral(value)}`)
    .join("");
}

function shortLiteral(value: PsValue): string {
  if (typeof value !== "string" || value.length <= SHOWN) return literal(value);
  return `(${literal(value.slice(0, SHOWN))} <# ${value.length} characters, see the script #>)`;
}
