import { byText } from "../values/text-order";

/** How bad a finding is: an error refuses the synthesis, a warning is printed and kept, info is kept. */
export type Severity = "error" | "warning" | "info";

/** What a rule found. */
export interface Finding {
  /** Rule, such as HYB-FED-019. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about: a domain, a pool, a tenant. An acknowledgement may name it. */
  readonly subject: string;
  /** What is wrong or odd, with the values. */
  readonly message: string;
  /** The next move. */
  readonly fix: string;
  /** Construct path of the declaration, for the reader. */
  readonly source: string;
  /** Who accepted it and until when; null when nobody did. */
  readonly accepted: { readonly reason: string; readonly until: string } | null;
}

/** One order for findings, whatever order they were found in. */
export function byFinding(left: Finding, right: Finding): number {
  return (
    byText(left.rule, right.rule) ||
    byText(left.subject, right.subject) ||
    byText(left.message, right.message) ||
    byText(left.source, right.source)
  );
}
