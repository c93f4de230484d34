import { RULES } from "../rules";
import { Severity } from "../rules/finding";

/** What is explained of a rule. */
export interface RuleText {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** The reason, with its source. */
  readonly why: string;
  /** How a finding of it is accepted, or why nobody may. */
  readonly acceptance: string;
}

const NOT_A_RULE = "Nobody accepts it: it is about a line of main.ts, which is corrected, kept or taken out.";

/** Findings that no rule makes: they are about lines of main.ts that accept or let go of something. */
const ABOUT_LINES: readonly RuleText[] = [
  {
    id: "HYB-ACK-001",
    title: "An acknowledgement accepts a finding.",
    severity: "warning",
    why: "One that accepts none is left over, and would accept the next finding of its rule unseen. Rule of this library, no document.",
    acceptance: NOT_A_RULE,
  },
  {
    id: "HYB-REL-001",
    title: "An applied step is released.",
    severity: "info",
    why:
      "It stays on the servers as it is and nothing takes it back, so nobody shall let go of it unseen. Rule of this " +
      "library, no document.",
    acceptance: NOT_A_RULE,
  },
  {
    id: "HYB-REL-002",
    title: "A release lets go of an applied step.",
    severity: "warning",
    why: "One that names nothing of the baseline is a typing error, or is left over. Rule of this library, no document.",
    acceptance: NOT_A_RULE,
  },
];

/** Everything that may stand as the rule of a finding. */
export const RULE_TEXTS: readonly RuleText[] = [
  ...ABOUT_LINES,
  ...RULES.map(({ id, title, severity, why, unacceptable }) => ({
    id,
    title,
    severity,
    why,
    acceptance: unacceptable === undefined ? howToAccept(id) : `Nobody may accept it: ${unacceptable}`,
  })),
];

function howToAccept(id: string): string {
  return `In main.ts: hybrid.acknowledge("${id}", { reason: "<why>", until: "<YYYY-MM-DD>" }). It stands in the runbook.`;
}
