import { printedJson } from "../../runbook/log-line";
import { FindingsReport } from "./report";

export const FINDINGS_SCHEMA = 1;

/** For tools, as described by findings.schema.json. Texts are as the manifest holds them. */
export function jsonFormat({ findings }: FindingsReport): string {
  const told = findings.map(({ stack, rule, severity, subject, message, fix, source, accepted, expired }) => {
    return { stack, rule, severity, subject, message, fix, source, accepted, expired };
  });
  return printedJson({ schema: FINDINGS_SCHEMA, findings: told });
}
