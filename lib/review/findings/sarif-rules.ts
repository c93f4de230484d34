import { LINE_FINDINGS } from "../../rules/about-lines";
import { Severity } from "../../rules/finding";
import { RULES } from "../../rules";
import { visible } from "../../runbook/markdown";
import { sortedSet } from "../../values/text-order";
import { FindingsReport } from "./report";
import { sarifText } from "./sarif-text";

interface Described {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly unacceptable?: string;
}

export const LEVEL: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

const DESCRIBED: readonly Described[] = [...RULES, ...LINE_FINDINGS];

/** Ids of the rules that found something, as they are shown, in the order in which SARIF counts them. */
export function ruleIds({ findings }: FindingsReport): string[] {
  return sortedSet(findings.map(({ rule }) => visible(rule)));
}

/** A rule as SARIF describes it; of a rule that only another version knows, its id is all there is to say. */
export function sarifRule(id: string): object {
  const rule = DESCRIBED.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const text = sarifText(`${id} is not known to this version of lync-hybrid.`);
    return { id, shortDescription: { text }, fullDescription: { text }, help: { text } };
  }
  return {
    id,
    shortDescription: { text: sarifText(rule.title) },
    fullDescription: { text: sarifText(rule.why) },
    help: { text: sarifText(`${rule.title} ${rule.why} ${acceptance(rule)}`) },
    defaultConfiguration: { level: LEVEL[rule.severity] },
  };
}

function acceptance({ id, unacceptable }: Described): string {
  if (unacceptable !== undefined) return `Nobody may accept it: ${unacceptable}`;
  return `The result names the fix. Who accepts it writes acknowledge("${id}", ...) with a reason and a last day.`;
}
