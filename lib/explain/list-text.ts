import { columns, wrapped } from "../runbook/terminal-text";
import { CONTROLLER_PRECEDENCE, EXIT_CODES, PROGRAMS } from "./exit-codes";
import { GLOSSARY } from "./glossary";
import { RISK_TEXTS } from "./risk-text";
import { RULE_TEXTS } from "./rule-text";

/** Every code that can be explained, a line each. */
export function listText(): string {
  const lines = [
    "Rules",
    ...RULE_TEXTS.flatMap(({ id, severity, title }) => wrapped(`${id} ${severity}: ${title}`, "  ", "    ")),
    "",
    "Risks of a change",
    ...RISK_TEXTS.flatMap(({ id, title }) => wrapped(`${id}: ${title}`, "  ", "    ")),
    "",
    "Codes and messages",
    ...GLOSSARY.flatMap(({ code, title }) => wrapped(title === code ? code : `${code}: ${title}`, "  ", "    ")),
    "",
    "Exit codes: exit-codes for all, or one of them, such as exit-5",
  ];
  return `${lines.join("\n")}\n`;
}

const WIDTHS = [4, 46, 46];

/** The exit codes of both programs side by side. */
export function exitCodesText(): string {
  const numbers = [...new Set(EXIT_CODES.map(({ number }) => number))].sort((left, right) => left - right);
  const rows = numbers.map((number) => [String(number), ...PROGRAMS.map((program) => meaningOf(program, number))]);
  const lines = [
    ...columns(["", ...PROGRAMS], WIDTHS),
    ...rows.flatMap((row) => columns(row, WIDTHS)),
    "",
    ...wrapped(
      `Invoke-Runbook.ps1 gives the first of these that is right: ${CONTROLLER_PRECEDENCE.join(", ")}. ` +
        "What to do about one of them: lync-hybrid explain exit-5.",
      "",
      "",
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function meaningOf(program: string, number: number): string {
  return EXIT_CODES.find((code) => code.program === program && code.number === number)?.meaning ?? "-";
}
