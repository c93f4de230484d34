import * as errors from "../errors";
import { isEncodedText } from "../values/encoded-value";
import { byText } from "../values/text-order";
import { Finding } from "./finding";
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
  if (props.reason.trim() === "" || isEncodedText(props.reason)) {
    throw errors.badAcknowledgement(rule, "the reason", props.reason, "say in a sentence why it is accepted");
  }
  if (!isDay(props.until)) {
    throw errors.badAcknowledgement(rule, "the last day", props.until, "write a day that exists, as YYYY-MM-DD");
  }
  return { ...props, rule, source };
}

/** Marks the findings that are accepted, and adds a warning for each acknowledgement that meets none: else they rot. */
export function applyAcknowledgements(
  findings: readonly Finding[],
  acknowledgements: readonly Acknowledgement[],
): Finding[] {
  const marked = findings.map((finding) => {
    const match = acknowledgements.find((candidate) => covers(candidate, finding));
    return match === undefined ? finding : { ...finding, accepted: { reason: match.reason, until: match.until } };
  });
  const idle = acknowledgements.filter((candidate) => !findings.some((finding) => covers(candidate, finding)));
  return [...marked, ...idle.map(idleFinding)];
}

function covers(acknowledgement: Acknowledgement, finding: Finding): boolean {
  const { rule, subject } = acknowledgement;
  return rule === finding.rule && (subject === undefined || subject === finding.subject);
}

function idleFinding({ rule, subject, source }: Acknowledgement): Finding {
  const about = subject ?? rule;
  return {
    rule: "HYB-ACK-001",
    severity: "warning",
    subject: about,
    message: `${rule} is acknowledged${subject === undefined ? "" : ` for ${subject}`}, but finds nothing.`,
    fix: "Remove the acknowledgement.",
    source,
    accepted: null,
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
