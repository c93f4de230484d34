import { CallRow, Guard, KindRow } from "../onprem/catalog/kind";
import { literal } from "./literal";

/**
 * The cmdlet calls of the scripts, as script blocks. Every call is qualified with its module (two products share cmdlet
 * names), carries -ErrorAction Stop (functions of a script module do not see the caller's preference) and never -Force.
 */

const UNATTENDED = "-Confirm:$false -ErrorAction Stop";

type Changing = Pick<KindRow, "noun" | "fixedSwitches" | "identityOnChange">;

export function readCall(module: string, noun: string): string {
  return `{ ${module}\\Get-${noun} -ErrorAction Stop }`;
}

export function createCall(module: string, noun: string, identity: string): string {
  return `{ param($values) ${module}\\New-${noun} -Identity ${literal(identity)} @values ${UNATTENDED} }`;
}

/** Creation of a list entry, whose identity comes with the entry. */
export function addCall(module: string, noun: string): string {
  return `{ param($identity, $values) ${module}\\New-${noun} -Identity $identity @values ${UNATTENDED} }`;
}

/** @param of PowerShell source of the identity. @default - that of the object that was found */
export function changeCall(module: string, row: Changing, of = "$found.Identity"): string {
  const identity = row.identityOnChange ? `-Identity ${of} ` : "";
  const switches = row.fixedSwitches.map((name) => `-${name} `).join("");
  return `{ param($values, $found) ${module}\\Set-${row.noun} ${identity}@values ${switches}${UNATTENDED} }`;
}

export function removeCall(module: string, noun: string): string {
  return `{ param($found) ${module}\\Remove-${noun} -Identity $found.Identity ${UNATTENDED} }`;
}

/** Removal of one named entry, as a line that a reviewer reads before it is approved. */
export function removeNamedCall(module: string, noun: string, identity: string): string {
  return `{ ${module}\\Remove-${noun} -Identity ${literal(identity)} ${UNATTENDED} }`;
}

/** Removal of one entry from a list property. */
export function removeEntryCall(module: string, noun: string, parameter: string, entry: string): string {
  const entries = `@{ Remove = [Collections.Generic.List[String]]@(${literal(entry)}) }`;
  return `{ ${module}\\Set-${noun} -${parameter} ${entries} ${UNATTENDED} }`;
}

/** A call with literal parameters only, as a reader sees it: without what the scripts add to run unattended. */
export function fixedCallText(module: string, call: CallRow, identity: string): string {
  const named = call.identityAs === undefined ? "" : ` -${call.identityAs} ${literal(identity)}`;
  const parameters = Object.entries(call.parameters ?? {}).map(([name, value]) => ` -${name} ${literal(value)}`);
  const switches = (call.switches ?? []).map((name) => ` -${name}`);
  return `${module}\\${call.cmdlet}${named}${[...parameters, ...switches].join("")}`;
}

export function fixedCall(module: string, call: CallRow, identity: string): string {
  return `{ ${fixedCallText(module, call, identity)} ${call.confirm === true ? UNATTENDED : "-ErrorAction Stop"} }`;
}

/** The page of Get-CsOnlineUser calls this the largest number it takes; what it returns without one, it does not say. */
const EVERYBODY = "Get-CsOnlineUser -ResultSize 2147483647 -ErrorAction Stop";

/** A reviewed function that names whom the verb would hurt. */
export function guardCall(module: string, guard: Guard, identity: string): string {
  const users = `-Users (${module}\\${EVERYBODY})`;
  switch (guard) {
    case "nobody-homed-online":
      return `{ Get-HybridOnlinePerson -Domain ${literal(identity)} ${users} }`;
    case "nobody-homed-on-premises":
      return `{ Get-HybridServerPerson ${users} }`;
  }
}
