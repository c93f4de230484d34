import { kindOf } from "../onprem/catalog";
import { ALL_KNOWN_DOMAINS, NO_DOMAINS } from "../onprem/catalog/domain-lists";
import { AssignmentRow, KindRow } from "../onprem/catalog/kind";
import { Bag, isList, isParameter, parameterWords, PsValue } from "../onprem/ps-value";
import { Step, StepObject } from "../onprem/step";
import { fixedCallText, followUpTexts, parameterText, qualified, targetParameter } from "../powershell/calls";
import { functionTexts } from "../powershell/function-script";
import { literal } from "../powershell/literal";
import { peopleCallText } from "../powershell/people-script";
import { declaredVerb } from "../powershell/transition-script";

/**
 * The calls of a step with every declared property, for the reader of RUNBOOK.md. What a run really calls depends on what
 * it finds: the dry run prints that.
 */
export function callText(step: Step): string[] {
  const row = kindOf(step.kind);
  switch (row.shape) {
    case "entity":
      return entityCalls(step, row);
    case "singleton":
      return step.objects.map((object) => setCall(step, row, object.properties));
    case "list":
      return row.noun === "" ? nounListCalls(step) : propertyListCalls(step, row);
    case "operation":
      return [qualified(step.module, "Invoke-CsManagementStoreReplication")];
    case "transition":
      return transitionCalls(step, row);
    case "manual":
      return [];
  }
}

const WORDS: Readonly<Record<string, string>> = {
  [ALL_KNOWN_DOMAINS]: "New-CsEdgeAllowAllKnownDomains",
  [NO_DOMAINS]: "New-CsEdgeAllowList -AllowedDomain $null",
};

/** How many calls of a list are printed before the rest is counted. */
const SHOWN = 20;

function entityCalls(step: Step, row: KindRow): string[] {
  if (row.functions !== undefined) return functionTexts(step, row, row.functions);
  if (row.assignment !== undefined) return assignmentCalls(step, row.noun, row.assignment);
  if (step.retire) return [`${qualified(step.module, `Remove-${row.noun}`)} -Identity ${literal(step.identity)}`];
  const switches = row.fixedSwitches.map((name) => ` -${name}`).join("");
  const creations = step.objects.map((object) =>
    row.createdByHand === true ? setCall(step, row, object.properties) : `${newCall(step, object, row.namedBy)}${switches}`,
  );
  const own = step.objects.find(({ noun }) => noun === row.noun);
  const then = row.then === undefined ? [] : followUpTexts(step.module, row.then, own?.properties ?? {});
  return [...creations, ...then];
}

function assignmentCalls(step: Step, noun: string, { scope, parameters }: AssignmentRow): string[] {
  const target = `-Identity ${literal(scope)}${parameterText(parameters)}`;
  if (step.retire) return [`${step.module}\\Remove-${noun} ${target}`];
  return step.objects.map(({ properties }) => `${step.module}\\Set-${noun} ${target}${callParameters(properties)}`);
}

function transitionCalls(step: Step, row: KindRow): string[] {
  if (row.people !== undefined) return [peopleCallText(step, row.people)];
  const verb = declaredVerb(step, row);
  return verb === undefined ? [] : [fixedCallText(step.module, verb, step.identity)];
}

function nounListCalls(step: Step): string[] {
  const removals = step.removals.map(
    ({ noun, identity }) => `${qualified(step.module, `Remove-${noun}`)} -Identity ${literal(identity)}`,
  );
  return [...removals, ...shortened(step.objects.map((object) => newCall(step, object)))];
}

function propertyListCalls(step: Step, row: KindRow): string[] {
  const own = step.objects.find((object) => object.noun === row.noun);
  const removals = step.removals.map(
    ({ noun, identity }) => `# ${literal(identity)} is removed from ${noun.split(".")[1] ?? noun}`,
  );
  return own === undefined ? removals : [...removals, setCall(step, row, own.properties)];
}

function newCall(step: Step, object: StepObject, namedBy: KindRow["namedBy"] = "Identity"): string {
  const parameters = Object.entries(object.properties).map(([name, value]) => ` -${name} ${shown(value)}`);
  return `${qualified(step.module, `New-${object.noun}`)} -${namedBy} ${literal(object.identity)}${parameters.join("")}`;
}

function setCall(step: Step, row: KindRow, properties: Bag): string {
  const identity = row.identityOnChange ? ` -${targetParameter(row)} ${literal(step.identity)}` : "";
  const switches = row.fixedSwitches.map((name) => ` -${name}`).join("");
  const parameters = Object.entries(properties).map(([name, value]) => {
    const property = row.properties[name];
    // A list property that holds no list: the value is one that only a cmdlet can make.
    if (property?.write === "domain-list" && typeof value === "string")
      return ` -${name} (${qualified(step.module, WORDS[value] ?? value)})`;
    return ` -${property?.writeAs ?? name} ${shortLiteral(value)}`;
  });
  return `${qualified(step.module, `Set-${row.noun}`)}${identity}${parameters.join("")}${switches}`;
}

/** Parameters as people read them, each with the blank before it. */
export function callParameters(properties: Bag): string {
  return Object.entries(properties)
    .map(([name, value]) => ` -${name} ${shown(value)}`)
    .join("");
}

/** A parameter in angle brackets, which PowerShell refuses: nobody types the name in place of the value. */
function shown(value: PsValue): string {
  return isParameter(value) ? `<${parameterWords(value)}>` : literal(value);
}

function shortLiteral(value: PsValue): string {
  if (!isList(value) || value.length <= SHOWN) return shown(value);
  const first = value.slice(0, SHOWN).map((item) => literal(item));
  return `@(${first.join(", ")}, <# and ${value.length - SHOWN} more, see the script #>)`;
}

function shortened(calls: readonly string[]): string[] {
  if (calls.length <= SHOWN) return [...calls];
  return [...calls.slice(0, SHOWN), `# and ${calls.length - SHOWN} more entries, see the script`];
}
