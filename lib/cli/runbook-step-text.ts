import { shellFacts } from "../onprem/shell";
import { isList, isParameter, parameterWords } from "../onprem/ps-value";
import { Bag, ModuleNeed, PsValue, Step } from "../onprem/step";
import { peopleText } from "../review/step-changes";
import { wrapped } from "../runbook/terminal-text";

/** Everything that a step declares, for a terminal. What it does not declare is left out. */
export function stepText(step: Step, script: string): string {
  const lines = [
    ...wrapped(step.id, "", "  "),
    ...wrapped(step.title, "  ", "  "),
    "",
    ...facts(aboutPeople(step)),
    ...objects("Objects", step.objects),
    ...objects("Removes", step.removals),
    ...list(
      "What the person does",
      step.words.map((sentence, index) => `${index + 1}. ${sentence}`),
    ),
    ...facts(aboutRun(step)),
    ...list("Not confirmed by any document", step.unverified),
    ...facts(aboutDeclaration(step, script)),
  ];
  return `${lines.join("\n")}\n`;
}

type Fact = readonly [string, string];

function aboutPeople(step: Step): Fact[] {
  const { actor, title } = shellFacts(step.shell, step.module);
  return [
    ["Risk", `${step.risk.level}: ${step.risk.reason}`],
    ["Who", actor],
    ["Shell", `${step.shell}: ${title}`],
    ["Host", step.host],
    ["Module", step.module],
    ["Role", step.role],
    ["Needs the modules", step.needs.modules.map(moduleText).join(", ")],
    ["Needs the roles", step.needs.roles.join(", ")],
    ["People", peopleText(step.users)],
  ];
}

function aboutRun(step: Step): Fact[] {
  return [
    ["After", step.after.join(", ")],
    ["Waits", step.waits],
    ["Outage", step.outage],
    ["Approval", step.approval],
    ["Check", step.verification],
    ["Undo", `${step.undo.possible}: ${step.undo.how}`],
  ];
}

function aboutDeclaration(step: Step, script: string): Fact[] {
  const isList = step.shape === "list";
  return [
    ["Script", script],
    ["Kind", `${step.kind}, ${step.shape}`],
    ["Phase", step.phase],
    ["Identity", step.identity],
    ["Entries that nobody declared", isList ? step.undeclared : ""],
    ["Plan shows its entries as", isList ? step.mirror : ""],
    ["Takes back", step.retire ? "what is no longer declared" : ""],
    ["Declared at", step.source],
  ];
}

function moduleText({ name, minimum }: ModuleNeed): string {
  return minimum === undefined ? name : `${name} ${minimum} or newer`;
}

function facts(entries: readonly Fact[]): string[] {
  return entries.filter(([, text]) => text !== "").flatMap(([name, text]) => wrapped(`${name}: ${text}`, "  ", "    "));
}

interface ShownObject {
  readonly noun: string;
  readonly identity: string;
  readonly properties: Bag;
}

function objects(name: string, of: readonly ShownObject[]): string[] {
  if (of.length === 0) return [];
  return [
    `  ${name}:`,
    ...of.flatMap(({ noun, identity, properties }) => [
      ...wrapped(`${noun} ${identity}`, "    ", "      "),
      ...Object.entries(properties).flatMap(([key, value]) =>
        wrapped(`${key} = ${shown(value)}`, "      ", "        "),
      ),
    ]),
  ];
}

/** A text stands in quotes, so that "true" is seen to be one. */
function shown(value: PsValue): string {
  if (isParameter(value)) return parameterWords(value);
  return isList(value) ? `[${value.map((entry) => JSON.stringify(entry)).join(", ")}]` : JSON.stringify(value);
}

function list(name: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`  ${name}:`, ...texts.flatMap((text) => wrapped(text, "    ", "      "))];
}
