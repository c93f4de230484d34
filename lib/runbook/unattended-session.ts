import { ConnectCall } from "../onprem/connect-call";
import { literal } from "../powershell/literal";
import { callParameters } from "./call-text";
import { code, plain, powershellBlock } from "./markdown";

/** The sign-in as a reader sees it, with the name of a parameter where Terraform makes the value. */
export function connectText({ cmdlet, parameters, switches }: ConnectCall): string {
  // A switch that is turned off is written with a colon: behind a blank, $false would be an argument of its own.
  const texts = Object.entries(parameters).map(([name, value]) =>
    typeof value === "boolean" ? ` -${name}:${literal(value)}` : callParameters({ [name]: value }),
  );
  return `${cmdlet}${texts.join("")}${switches.map((name) => ` -${name}`).join("")}`;
}

/** What a pipeline has to know of a session that no person opens; empty where a person does. */
export function unattended(shell: string, call: ConnectCall | undefined): string[] {
  if (call === undefined) return [];
  const { module, minimum, cannotRun, unverified } = call;
  const notes = [
    ...(minimum === undefined ? [] : [`This way of signing in needs ${module} ${minimum} or newer.`]),
    ...(cannotRun.length === 0 ? [] : [`Such a session cannot run ${cannotRun.map(code).join(", ")}.`]),
    ...unverified.map((fact) => plain(`Not confirmed by any document: ${fact}.`)),
  ];
  return [
    "A pipeline lets the controller sign in:",
    "",
    ...powershellBlock([`.\\Invoke-Runbook.ps1 -Shell ${shell} -State <state folder> -Connect`]),
    "",
    ...notes.flatMap((note) => [note, ""]),
  ];
}
