import { wrapped } from "../../runbook/terminal-text";
import { countLine } from "./count-line";
import { acceptanceWords, FindingsReport, ReportedFinding } from "./report";

const MARGIN = " ".repeat(10);

/** For a terminal: each finding in a few lines, how many there are in the last one. */
export function textFormat({ findings }: FindingsReport): string {
  const lines = [...findings.flatMap(inFull), countLine(findings)];
  return `${lines.join("\n")}\n`;
}

function inFull(finding: ReportedFinding): string[] {
  const { severity, rule, subject, message, fix, source, accepted } = finding;
  const head = accepted === null ? severity.toUpperCase() : "ACCEPTED";
  const words = acceptanceWords(finding);
  return [
    ...wrapped(`${rule}  ${subject}`, head.padEnd(MARGIN.length), MARGIN),
    ...indented(message),
    ...indented(`Fix: ${fix}`),
    ...indented(`Source: ${source}`),
    ...(words === "" ? [] : indented(accepted === null ? words : `${words} (${severity})`)),
    "",
  ];
}

function indented(text: string): string[] {
  return wrapped(text, MARGIN, `${MARGIN}  `);
}
