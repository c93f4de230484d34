import { wrapped } from "../runbook/terminal-text";
import { ExitCode } from "./exit-codes";
import { GlossaryEntry } from "./glossary-entry";
import { Explanation } from "./lookup";
import { RiskText } from "./risk-text";
import { RuleText } from "./rule-text";

/** An explanation for a terminal. */
export function explanationText({ rules, risks, entries, exits }: Explanation): string {
  const parts = [...rules.map(ruleLines), ...risks.map(riskLines), ...entries.map(entryLines), ...exits.map(exitLines)];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function ruleLines({ id, severity, title, why, acceptance }: RuleText): string[] {
  return [...wrapped(`${id} (${severity}): ${title}`, "", "  "), ...fact("Why", why), ...fact("Accept", acceptance)];
}

function riskLines({ id, title, why, example, acceptance }: RiskText): string[] {
  return [
    ...wrapped(`${id} (risk of a change): ${title}`, "", "  "),
    ...fact("Why", why),
    ...fact("For example", example),
    ...fact("Accept", acceptance),
  ];
}

function entryLines(entry: GlossaryEntry): string[] {
  const { code, title, meaning, causes, next, sources, unconfirmed } = entry;
  return [
    ...wrapped(`${code}: ${title}`, "", "  "),
    ...fact("Means", meaning),
    ...list("Usual causes", causes),
    ...list("Look at", next),
    ...fact("Source", sources.join("; ")),
    ...list("Not confirmed by any document", unconfirmed),
  ];
}

function exitLines({ program, number, meaning, next }: ExitCode): string[] {
  return [`${program} exit code ${number}`, ...fact("Means", meaning), ...fact("Do", next)];
}

function fact(name: string, text: string): string[] {
  return text === "" ? [] : wrapped(`${name}: ${text}`, "  ", "    ");
}

function list(name: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`  ${name}:`, ...texts.flatMap((text) => wrapped(text, "    - ", "      "))];
}
