import { RULES } from "../rules";
import { LINE_FINDINGS } from "../rules/about-lines";
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

type Explained = Omit<RuleText, "acceptance"> & { readonly unacceptable?: string };

/** Everything that may stand as the rule of a finding. */
export const RULE_TEXTS: readonly RuleText[] = [
  ...[...LINE_FINDINGS, ...RULES].map(({ id, title, severity, why, unacceptable }: Explained) => ({
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
