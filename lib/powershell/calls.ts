import { AssignmentRow, Bag, CallRow, FollowUpRow, Guard, KindRow, PsValue } from "../onprem/catalog/kind";
import { isList } from "../onprem/ps-value";
import { literal } from "./literal";

/**
 * The cmdlet calls of the scripts, as script blocks. Every call is qualified with its module where that has a name (two
 * products share cmdlet names), carries -ErrorAction Stop (functions of a script module do not see the caller's preference)
 * and never -Force.
 */

const UNATTENDED = "-Confirm:$false -ErrorAction Stop";

/** A cmdlet as it is called. A shell whose module nobody can name (isUnqualified) is watched by the controller instead. */
export function qualified(module: string, cmdlet: string): string {
  return module === "" ? cmdlet : `${module}\\${cmdlet}`;
}

type Changing = Pick<KindRow, "noun" | "namedBy" | "fixedSwitches" | "identityOnChange" | "perServer">;

export function readCall(module: string, noun: string): string {
  return `{ ${qualified(module, `Get-${noun}`)} -ErrorAction Stop }`;
}

/** The one object of a noun that has too many to list. */
export function filteredReadCall(module: string, noun: string, property: string, identity: string): string {
  const filter = `${property} -eq '${identity.replace(/'/g, "''")}'`;
  return `{ ${qualified(module, `Get-${noun}`)} -Filter ${literal(filter)} -ErrorAction Stop }`;
}

/** The settings of one server, which carry no name that Set- would take. */
export function serverReadCall(module: string, noun: string, server: string): string {
  const named = `Add-Member -MemberType NoteProperty -Name Identity -Value ${literal(server)} -Force -PassThru`;
  return `{ ${qualified(module, `Get-${noun}`)} -Server ${literal(server)} -ErrorAction Stop | ${named} }`;
}

/** A singleton that answers under a name of its own, such as that of the organization: the name is left out. */
export function readWithoutNameCall(module: string, noun: string): string {
  return `{ ${qualified(module, `Get-${noun}`)} -ErrorAction Stop | Select-Object -Property * -ExcludeProperty Identity }`;
}

type Creating = Pick<KindRow, "noun" | "namedBy" | "fixedSwitches">;

export function createCall(module: string, row: Creating, identity: string): string {
  const switches = switchText(row);
  return `{ param($values) ${qualified(module, `New-${row.noun}`)} -${row.namedBy} ${literal(identity)} @values ${switches}${UNATTENDED} }`;
}

/** Creation of a list entry, whose identity comes with the entry. */
export function addCall(module: string, noun: string): string {
  return `{ param($identity, $values) ${qualified(module, `New-${noun}`)} -Identity $identity @values ${UNATTENDED} }`;
}

/** @param of PowerShell source of the identity. @default - that of the object that was found */
export function changeCall(module: string, row: Changing, of = `$found.${row.namedBy}`): string {
  const identity = row.identityOnChange ? `-${targetParameter(row)} ${of} ` : "";
  const switches = switchText(row);
  return `{ param($values, $found) ${qualified(module, `Set-${row.noun}`)} ${identity}@values ${switches}${UNATTENDED} }`;
}

/** By which parameter Set- is told what to change. */
export function targetParameter({ perServer }: Pick<KindRow, "perServer">): string {
  return perServer === true ? "Server" : "Identity";
}

function switchText({ fixedSwitches }: Pick<KindRow, "fixedSwitches">): string {
  return fixedSwitches.map((name) => `-${name} `).join("");
}

/** What is assigned, named as the step names it: the object itself has no identity to be found by. */
export function assignedCall(module: string, noun: string, { parameters }: AssignmentRow, identity: string): string {
  const name = `Add-Member -MemberType NoteProperty -Name Identity -Value ${literal(identity)} -Force -PassThru`;
  return `{ ${module}\\Get-${noun}${parameterText(parameters)} -ErrorAction Stop | ${name} }`;
}

/** One call for the first assignment and for every later one. */
export function assignCall(module: string, noun: string, { scope, parameters }: AssignmentRow): string {
  const target = `-Identity ${literal(scope)}${parameterText(parameters)}`;
  return `{ param($values) ${module}\\Set-${noun} ${target} @values ${UNATTENDED} }`;
}

export function unassignCall(module: string, noun: string, { scope, parameters }: AssignmentRow): string {
  return `{ ${module}\\Remove-${noun} -Identity ${literal(scope)}${parameterText(parameters)} ${UNATTENDED} }`;
}

export function removeCall(module: string, noun: string, namedBy: KindRow["namedBy"] = "Identity"): string {
  return `{ param($found) ${qualified(module, `Remove-${noun}`)} -Identity $found.${namedBy} ${UNATTENDED} }`;
}

/** Removal of one named entry, as a line that a reviewer reads before it is approved. */
export function removeNamedCall(module: string, noun: string, identity: string): string {
  return `{ ${qualified(module, `Remove-${noun}`)} -Identity ${literal(identity)} ${UNATTENDED} }`;
}

/** Removal of one entry from a list property. */
export function removeEntryCall(module: string, noun: string, parameter: string, entry: string): string {
  const entries = `@{ Remove = [Collections.Generic.List[String]]@(${literal(entry)}) }`;
  return `{ ${qualified(module, `Set-${noun}`)} -${parameter} ${entries} ${UNATTENDED} }`;
}

/** A call with literal parameters only, as a reader sees it: without what the scripts add to run unattended. */
export function fixedCallText(module: string, call: CallRow, identity: string): string {
  const named = call.identityAs === undefined ? "" : ` -${call.identityAs} ${literal(identity)}`;
  const switches = (call.switches ?? []).map((name) => ` -${name}`);
  return `${qualified(module, call.cmdlet)}${named}${parameterText(call.parameters ?? {})}${switches.join("")}`;
}

/** Parameters with literal values, each with the blank before it. */
export function parameterText(parameters: Readonly<Record<string, PsValue>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => ` -${name} ${literal(value)}`)
    .join("");
}

export function fixedCall(module: string, call: CallRow, identity: string): string {
  return `{ ${fixedCallText(module, call, identity)} ${call.confirm === true ? UNATTENDED : "-ErrorAction Stop"} }`;
}

/** What must follow a write, one call a line. */
export function followUpTexts(module: string, call: FollowUpRow, properties: Bag): string[] {
  return followUpTargets(call, properties).map((target) => fixedCallText(module, call, target));
}

export function followUpCall(module: string, call: FollowUpRow, properties: Bag): string {
  const unattended = call.confirm === true ? UNATTENDED : "-ErrorAction Stop";
  return `{ ${followUpTexts(module, call, properties)
    .map((text) => `${text} ${unattended}`)
    .join("; ")} }`;
}

function followUpTargets({ forEach }: FollowUpRow, properties: Bag): readonly string[] {
  if (forEach === undefined) return [""];
  const value = properties[forEach];
  return isList(value) ? value : [];
}

/** The page of Get-CsOnlineUser calls this the largest number it takes; what it returns without one, it does not say. */
const EVERYBODY = "Get-CsOnlineUser -ResultSize 2147483647 -ErrorAction Stop";

/** A reviewed function that names whom the verb would hurt. */
export function guardCall(module: string, guard: Guard, identity: string): string {
  const users = `-Users (${qualified(module, EVERYBODY)})`;
  switch (guard) {
    case "nobody-homed-online":
      return `{ Get-HybridOnlinePerson -Domain ${literal(identity)} ${users} }`;
    case "nobody-homed-on-premises":
      return `{ Get-HybridServerPerson ${users} }`;
  }
}
