import { Severity } from "../../rules/finding";
import { inert } from "../../runbook/log-line";
import { acceptedLine } from "./accepted-line";
import { countLine } from "./count-line";
import { acceptanceWords, FindingsReport, ReportedFinding } from "./report";

const COMMAND: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Workflow commands of GitHub Actions: each open finding becomes an annotation. */
export function githubFormat({ findings }: FindingsReport): string {
  const lines = findings.map((finding) => (finding.accepted === null ? annotation(finding) : acceptedLine(finding)));
  return `${[...lines, countLine(findings)].join("\n")}\n`;
}

function annotation(finding: ReportedFinding): string {
  const { severity, rule, subject, file, line, message, fix, source } = finding;
  const title = property(`${rule}: ${subject}`);
  const said = [message, `Fix: ${fix}`, `Source: ${source}`, acceptanceWords(finding)].filter((text) => text !== "");
  // Line ends are ours: inert has written those of the texts as their code.
  const text = escaped(said.map(inert).join("\n"));
  return `::${COMMAND[severity]} title=${title},file=${property(file)},line=${line}::${text}`;
}

function property(text: string): string {
  return escaped(inert(text)).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

function escaped(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
