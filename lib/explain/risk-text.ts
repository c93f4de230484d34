import { RISK_RULES } from "../review/risks";

/** What is explained of a risk rule. */
export interface RiskText {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** A change of main.ts that it finds. */
  readonly example: string;
  /** How somebody answers for it. */
  readonly acceptance: string;
}

/** Everything that may stand as the rule of a risk in a review. */
export const RISK_TEXTS: readonly RiskText[] = RISK_RULES.map(({ id, title, why, example }) => ({
  id,
  title,
  why,
  example,
  acceptance: `In accepted-risks.json: { "rule": "${id}", "subject": "<as the review names it>", "who": "<name>", "reason": "<why>", "until": "<YYYY-MM-DD>" }.`,
}));
