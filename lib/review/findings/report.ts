import { byFinding, Finding, Severity } from "../../rules/finding";
import { isDay } from "../../values/day";
import { byText, sortedSet } from "../../values/text-order";

/** From where on findings fail a pipeline; `none` only tells them. */
export type FailOn = Severity | "none";

export type Acceptance = NonNullable<Finding["accepted"]>;

/** A finding with where it was read, judged on a day. An acceptance that is over is no longer `accepted`. */
export interface ReportedFinding extends Finding {
  readonly stack: string;
  /** Path of the manifest from the working directory, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The acceptance that no longer holds. */
  readonly expired: Acceptance | null;
  /** Whether a pipeline fails for it. */
  readonly fails: boolean;
}

export interface FindingsReport {
  readonly stacks: readonly string[];
  /** In one order, whatever the order of the files. */
  readonly findings: readonly ReportedFinding[];
}

/** What was read of one stack. */
export interface StackFindings {
  readonly stack: string;
  readonly file: string;
  readonly findings: readonly Finding[];
  /** The line of each finding. */
  readonly lines: readonly number[];
}

export interface Judging {
  readonly failOn: FailOn;
  /** YYYY-MM-DD: an acceptance holds up to its last day, that day included. */
  readonly today: string;
}

const WEIGHT: Readonly<Record<FailOn, number>> = { info: 0, warning: 1, error: 2, none: 3 };

export function report(read: readonly StackFindings[], judging: Judging): FindingsReport {
  const findings = read.flatMap((of) => of.findings.map((finding, index) => reported(of, finding, index, judging)));
  return {
    stacks: sortedSet(read.map(({ stack }) => stack)),
    findings: findings.sort((left, right) => byFinding(left, right) || byText(left.stack, right.stack)),
  };
}

function reported(of: StackFindings, finding: Finding, index: number, { failOn, today }: Judging): ReportedFinding {
  const holds = finding.accepted !== null && isDay(finding.accepted.until) && today <= finding.accepted.until;
  return {
    ...finding,
    stack: of.stack,
    file: of.file,
    line: of.lines[index] ?? 1,
    accepted: holds ? finding.accepted : null,
    expired: holds ? null : finding.accepted,
    fails: !holds && WEIGHT[finding.severity] >= WEIGHT[failOn],
  };
}

/** The acceptance in words; empty where nobody ever accepted it. */
export function acceptanceWords({ accepted, expired }: ReportedFinding): string {
  if (accepted !== null) return `Accepted until ${accepted.until}: ${accepted.reason}`;
  return expired === null ? "" : `The acceptance until ${expired.until} no longer holds: ${expired.reason}`;
}
