import { kindOf } from "../onprem/catalog";
import { NO_DOMAINS } from "../onprem/catalog/domain-lists";
import { AssignmentRow, Bag, KindRow, MemberRow } from "../onprem/catalog/kind";
import { shellFacts } from "../onprem/shell";
import { Removal, Step, StepObject } from "../onprem/step";
import { stepFileName } from "../onprem/step-id";
import { asciiComment } from "./ascii-comment";
import {
  addCall,
  assignCall,
  assignedCall,
  changeCall,
  createCall,
  filteredReadCall,
  followUpCall,
  qualified,
  readCall,
  readWithoutNameCall,
  removeCall,
  removeEntryCall,
  removeNamedCall,
  serverReadCall,
  unassignCall,
} from "./calls";
import { functionEntries } from "./function-script";
import { literal } from "./literal";
import { operationFiles, OPERATIONS_FILE } from "./operations-file";
import { peopleEntries } from "./people-script";
import { transitionEntries } from "./transition-script";
import { array, assignment, bag, hashtable, inlineBag, Lines, scriptText } from "./script-lines";

type Entry = readonly [string, Lines];

/** Path of a step's script inside the runbook folder, with forward slashes. */
export function stepScriptPath(step: Step): string {
  return `${step.phase}/${stepFileName(step.id)}.ps1`;
}

/** The script of a step: the real calls, nothing else. What is common to all steps stands in Hybrid.Runtime.ps1. */
export function stepScript(step: Step): string {
  const row = kindOf(step.kind);
  return scriptText([...head(step), ...body(step, row), ...tail(row)]);
}

function head(step: Step): string[] {
  return [
    `# ${step.id} -- generated; edit main.ts, then run cdktf synth.`,
    `# ${asciiComment(step.title)} ${shellFacts(step.shell, step.module).title}.`,
    `# Risk ${step.risk.level}: ${asciiComment(step.risk.reason)}.`,
    "#Requires -Version 3.0",
    "[CmdletBinding()]",
    "param($Run)",
    "",
  ];
}

function tail(row: KindRow): string[] {
  const load = (file: string): string =>
    `    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), '${file}'))`;
  return [
    "",
    "if ($null -eq $Run) {",
    load("Hybrid.Runtime.ps1"),
    load("Hybrid.Catalogue.ps1"),
    ...(operationFiles([row]).length === 0 ? [] : [load(OPERATIONS_FILE)]),
    "}",
    "Invoke-HybridStep @step -Run $Run",
  ];
}

function body(step: Step, row: KindRow): string[] {
  const own = step.objects.find((object) => object.noun === row.noun && object.noun !== "");
  const desired =
    own === undefined || step.retire || row.people !== undefined
      ? []
      : [...assignment("$desired", bag(own.properties)), ""];
  return [...desired, ...assignment("$step", hashtable(entries(step, row)))];
}

function entries(step: Step, row: KindRow): Entry[] {
  const common: Entry[] = [
    ["Id", [literal(step.id)]],
    ["Kind", [literal(step.kind)]],
  ];
  switch (row.shape) {
    case "entity":
      return [...common, ["Identity", [literal(step.identity)]], ...entity(step, row)];
    case "singleton":
      return [...common, ["Identity", [literal(step.identity)]], ...singleton(step, row)];
    case "list":
      return [...common, ["Undeclared", [literal(step.undeclared)]], ...list(step, row)];
    case "operation":
      return [...common, ...operation(step)];
    case "manual":
      return [...common, ["Words", array(step.words.map((sentence) => [literal(sentence)]))]];
    case "transition":
      return [...common, ["Identity", [literal(step.identity)]], ...stateEntries(step, row)];
  }
}

function stateEntries(step: Step, row: KindRow): Entry[] {
  return row.people === undefined ? transitionEntries(step, row) : peopleEntries(step, row.people);
}

function entity(step: Step, row: KindRow): Entry[] {
  if (row.functions !== undefined) return functionEntries(step, row, row.functions);
  if (row.assignment !== undefined) return assigned(step, row.noun, row.assignment);
  const remove: Entry = ["Remove", [removeCall(step.module, row.noun, row.namedBy)]];
  const read: Entry = ["Read", [entityRead(step, row)]];
  if (step.retire) return [["Retire", ["$true"]], read, remove];
  const then: Entry[] =
    row.then === undefined ? [] : [["Then", [followUpCall(step.module, row.then, ownProperties(step, row))]]];
  if (row.createdByHand === true) {
    // Get- may return Site:HQ, which Set- refuses: the declared name is sent, not the one that was found.
    const change = changeCall(step.module, row, literal(step.identity));
    return [["Desired", ["$desired"]], read, ["Change", [change]], ...then];
  }
  return [
    ["Desired", ["$desired"]],
    read,
    ["Create", [createCall(step.module, row, step.identity)]],
    ...(row.neverChanged === true ? [] : [["Change", [changeCall(step.module, row)]] as const]),
    remove,
    ...then,
  ];
}

function entityRead(step: Step, row: KindRow): string {
  if (row.perServer === true) return serverReadCall(step.module, row.noun, step.identity);
  if (row.filteredBy !== undefined) return filteredReadCall(step.module, row.noun, row.filteredBy, step.identity);
  return readCall(step.module, row.noun);
}

function assigned(step: Step, noun: string, assignment: AssignmentRow): Entry[] {
  const read: Entry = ["Read", [assignedCall(step.module, noun, assignment, step.identity)]];
  const remove: Entry = ["Remove", [unassignCall(step.module, noun, assignment)]];
  if (step.retire) return [["Retire", ["$true"]], read, remove];
  const assign = [assignCall(step.module, noun, assignment)];
  return [["Desired", ["$desired"]], read, ["Create", assign], ["Change", assign], remove];
}

function singleton(step: Step, row: KindRow): Entry[] {
  const read = row.ownName === true ? readWithoutNameCall : readCall;
  return [
    ["Desired", ["$desired"]],
    ["Read", [read(step.module, row.noun)]],
    ["Change", [changeCall(step.module, row)]],
  ];
}

/** Lists of entries that are objects of their own nouns, or list properties of one object. */
function list(step: Step, row: KindRow): Entry[] {
  if (row.noun === "") return [["Lists", array(row.members.map((member) => nounList(step, member)))]];
  return [
    ["Identity", [literal(step.identity)]],
    ...singleton(step, row),
    ["Removed", array(step.removals.map((removal) => [propertyRemoval(step, row, removal)]))],
  ];
}

function nounList(step: Step, member: MemberRow): string[] {
  const declared = step.objects.filter((object) => object.noun === member.noun);
  const removed = step.removals.filter((removal) => removal.noun === member.noun);
  return hashtable([
    ["Noun", [literal(member.noun)]],
    ["Entries", array(declared.map((object) => [inlineEntry(object)]))],
    ["Removed", array(removed.map((removal) => [nounRemoval(step, removal)]))],
    ["Read", [readCall(step.module, member.noun)]],
    ["Create", [addCall(step.module, member.noun)]],
    ["Change", [changeCall(step.module, memberChange(member))]],
    ["Remove", [removeCall(step.module, member.noun)]],
  ]);
}

function memberChange({ noun }: MemberRow): Parameters<typeof changeCall>[1] {
  return { noun, namedBy: "Identity", fixedSwitches: [], identityOnChange: true };
}

function inlineEntry(object: StepObject): string {
  const properties = Object.entries(object.properties).map(([name, of]) => [name, literal(of)] as const);
  return inlineBag([["Identity", literal(object.identity)], ...properties]);
}

function nounRemoval(step: Step, removal: Removal): string {
  const call = removeNamedCall(step.module, removal.noun, removal.identity);
  return inlineBag([
    ["Identity", literal(removal.identity)],
    ["Remove", call],
  ]);
}

function propertyRemoval(step: Step, row: KindRow, removal: Removal): string {
  const member = row.members.find((candidate) => candidate.noun === removal.noun);
  const property = member?.listProperty ?? "";
  const spec = row.properties[property];
  const pairs: (readonly [string, string])[] = [
    ["Property", literal(property)],
    ["Identity", literal(removal.identity)],
  ];
  // Only the allow list has a documented way to take single entries out; the block list is written whole, and so is an
  // allow list on which nobody stands any more.
  const nobody = step.objects.some(({ properties }) => properties[property] === NO_DOMAINS);
  if (spec?.write !== "domain-list" || nobody) return inlineBag(pairs);
  const parameter = spec.writeAs ?? property;
  return inlineBag([...pairs, ["Remove", removeEntryCall(step.module, row.noun, parameter, removal.identity)]]);
}

function operation(step: Step): Entry[] {
  const status = `${qualified(step.module, "Get-CsManagementStoreReplicationStatus")} -ErrorAction Stop`;
  return [
    ["Test", [`{ Test-HybridCmsReplication -Status (${status}) }`]],
    ["Invoke", [`{ ${qualified(step.module, "Invoke-CsManagementStoreReplication")} -ErrorAction Stop }`]],
  ];
}

function ownProperties(step: Step, row: KindRow): Bag {
  return step.objects.find(({ noun }) => noun === row.noun)?.properties ?? {};
}
