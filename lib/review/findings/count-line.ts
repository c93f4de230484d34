import { Severity } from "../../rules/finding";
import { ReportedFinding } from "./report";

/** How many findings there are, for the last line of what people read. */
export function countLine(findings: readonly ReportedFinding[]): string {
  if (findings.length === 0) return "No findings.";
  const open = findings.filter(({ accepted }) => accepted === null);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  const counts = `errors: ${count("error")}, warnings: ${count("warning")}, info: ${count("info")}`;
  return `Open findings: ${open.length} (${counts}). Accepted: ${findings.length - open.length}.`;
}
