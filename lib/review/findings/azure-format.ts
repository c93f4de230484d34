import { inert } from "../../runbook/log-line";
import { acceptedLine } from "./accepted-line";
import { countLine } from "./count-line";
import { acceptanceWords, FindingsReport, ReportedFinding } from "./report";

/** Logging commands of Azure Pipelines: each open error and warning becomes an issue of the run. */
export function azureFormat({ findings }: FindingsReport): string {
  return `${[...findings.map(lineOf), countLine(findings)].join("\n")}\n`;
}

function lineOf(finding: ReportedFinding): string {
  const { accepted, severity, rule, subject, message, fix, source, file, line } = finding;
  if (accepted !== null) return acceptedLine(finding);
  const said = [`${subject}: ${message}`, `Fix: ${fix}`, `Source: ${source}.`, acceptanceWords(finding)];
  const text = inert(said.filter((words) => words !== "").join(" "));
  // Azure knows errors and warnings only.
  if (severity === "info") return inert(`${rule}: ${text}`);
  const place = `sourcepath=${escaped(inert(file))};linenumber=${line};code=${escaped(inert(rule))}`;
  return `##vso[task.logissue type=${severity};${place}]${escaped(text)}`;
}

/** The agent undoes the same escapes in properties and in the message. */
function escaped(text: string): string {
  return text
    .replace(/%/g, "%AZP25")
    .replace(/\r/g, "%0D")
    .replace(/\n/g, "%0A")
    .replace(/;/g, "%3B")
    .replace(/\]/g, "%5D");
}
