import { Finding } from "../../lib/rules/finding";
import { FindingsReport, Judging, report } from "../../lib/review/findings/report";

/** A finding as main.ts gives it, changed as asked. */
export function someFinding(part: Partial<Finding> = {}): Finding {
  return {
    rule: "HYB-FED-019",
    severity: "warning",
    subject: "contoso.onmicrosoft.com",
    message: "The tenant ignores its block list.",
    fix: 'Leave "blocked" out of the policy.',
    source: "contoso/hybrid/tenant-federation",
    accepted: null,
    ...part,
  };
}

export const ACCEPTED = { reason: "The list is kept for the day of opening.", until: "2027-01-31" };

/** Findings of the stack contoso, judged on a day in November 2026; the first of them stands on line 11. */
export function reportOf(findings: readonly Finding[], judging: Partial<Judging> = {}): FindingsReport {
  const lines = findings.map((_, index) => index + 11);
  const read = [{ stack: "contoso", file: "cdktf.out/stacks/contoso/onprem/manifest.json", findings, lines }];
  return report(read, { failOn: "error", today: "2026-11-24", ...judging });
}

/** The text in every field that is free text. */
export function hostileFinding(text: string, part: Partial<Finding> = {}): Finding {
  return someFinding({ rule: text, subject: text, message: text, fix: text, source: text, ...part });
}
