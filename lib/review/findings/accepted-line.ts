import { inert } from "../../runbook/log-line";
import { acceptanceWords, ReportedFinding } from "./report";

/** An accepted finding as a plain line of a log: nobody has to act, so nothing is annotated. */
export function acceptedLine(finding: ReportedFinding): string {
  return inert(`${finding.rule}, ${finding.subject}: ${acceptanceWords(finding)}`);
}
