import * as errors from "../errors";
import { isDay } from "../values/day";
import { isEncodedText } from "../values/encoded-value";
import { byText } from "../values/text-order";
import { IDLE_ACKNOWLEDGEMENT } from "./about-lines";
import { byFinding, Finding } from "./finding";
import { Rule } from "./rule";

export interface AcknowledgementProps {
  /** Why the finding is accepted; it stands in the runbook. */
  readonly reason: string;
  /** Last day on which it holds, as YYYY-MM-DD. Judged by lint and diff with a given day, never by synthesis. */
  readonly until: string;
  /**
   * The one subject for which it holds.
   * @default - every finding of the rule
   */
  readonly subject?: string;
}

export interface Acknowledgement extends AcknowledgementProps {
  readonly rule: string;
  readonly source: string;
}

/**
 * Checks an acknowledgement when it is written.
 *
 * @throws when the rule does not exist or may not be accepted, the reason is empty or the day is none
 */
export function acknowledgement(
  rules: readonly Rule[],
  rule: string,
  props: AcknowledgementProps,
  source: string,
): Acknowledgement {
  const known = rules.find((candidate) => candidate.id === rule);
  if (known === undefined) throw errors.unknownRule(rule, rules.map(({ id }) => id).sort(byText));
  if (known.unacceptable !== undefined) throw errors.notAcknowledgeable(rule, known.unacceptable);
  checkText(rule, "the reason", props.reason, "say in a sentence why it is accepted");
  if (props.subject !== undefined) {
    checkText(rule, "the subject", props.subject, "write the subject of the finding, or leave it out for all of them");
  }
  if (!isDay(props.until)) {
    throw errors.badAcknowledgement(rule, "the last day", props.until, "write a day that exists, as YYYY-MM-DD");
  }
  return { ...props, rule, source };
}

/**
 * Marks the findings that are accepted, and adds a warning for each acknowledgement that accepts none: else they rot.
 * Of two that fit, the one with a subject counts, then the one that ends later: the order in main.ts says nothing.
 */
export function applyAcknowledgements(
  findings: readonly Finding[],
  acknowledgements: readonly Acknowledgement[],
): Finding[] {
  const candidates = [...acknowledgements].sort(byWeight);
  const used = new Set<Acknowledgement>();
  const marked = findings.map((finding) => {
    const match = candidates.find((candidate) => covers(candidate, finding));
    if (match === undefined) return finding;
    used.add(match);
    return { ...finding, accepted: { reason: match.reason, until: match.until } };
  });
  return [...marked, ...candidates.filter((candidate) => !used.has(candidate)).map(idleFinding)].sort(byFinding);
}

function byWeight(left: Acknowledgement, right: Acknowledgement): number {
  const scoped = Number(right.subject !== undefined) - Number(left.subject !== undefined);
  return scoped || byText(right.until, left.until) || byText(left.reason, right.reason);
}

function covers(acknowledgement: Acknowledgement, finding: Finding): boolean {
  const { rule, subject } = acknowledgement;
  return rule === finding.rule && (subject === undefined || subject === finding.subject);
}

function idleFinding({ rule, subject, until, source }: Acknowledgement): Finding {
  return {
    rule: IDLE_ACKNOWLEDGEMENT.id,
    severity: IDLE_ACKNOWLEDGEMENT.severity,
    subject: subject ?? rule,
    message: `${rule} is acknowledged${subject === undefined ? "" : ` for ${subject}`} until ${until}, but there is no finding that it accepts.`,
    fix: "Remove the acknowledgement.",
    source,
    accepted: null,
  };
}

function checkText(rule: string, field: string, text: string, move: string): void {
  if (text.trim() === "" || isEncodedText(text)) throw errors.badAcknowledgement(rule, field, text, move);
}
