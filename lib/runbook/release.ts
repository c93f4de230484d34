import * as errors from "../errors";
import { IDLE_RELEASE, RELEASED } from "../rules/about-lines";
import { byFinding, Finding } from "../rules/finding";
import { isEncodedText } from "../values/encoded-value";
import { byText } from "../values/text-order";
import { Baseline, STEP_ID } from "./baseline";

/** A line of main.ts that lets an applied step go. */
export interface Release {
  readonly id: string;
  readonly reason: string;
  /** Construct path, for the reader. */
  readonly source: string;
}

/** A step of the baseline that nobody manages any more and that nothing takes back. */
export interface ReleasedStep {
  readonly id: string;
  readonly reason: string;
}

/**
 * Checks a release when it is written.
 *
 * @throws when the id is no step id, the reason is empty or no text yet, or the id is released already
 */
export function release(id: string, reason: string, source: string, others: readonly Release[]): Release {
  if (isEncodedText(id)) throw errors.knownOnlyAfterApply("stepId");
  if (isEncodedText(reason)) throw errors.knownOnlyAfterApply("reason");
  if (!isStepId(id)) throw errors.notAStepId(id);
  if (reason.trim() === "") throw errors.releaseWithoutReason(id);
  if (others.some((other) => isSame(other.id, id))) throw errors.releasedTwice(id);
  return { id, reason: reason.trim(), source };
}

/** @throws when a released step is declared still: it would be managed and let go at once */
export function refuseDeclared(releases: readonly Release[], declared: readonly string[]): void {
  for (const { id } of releases) {
    if (declared.some((other) => isSame(other, id))) throw errors.releasedAndDeclared(id);
  }
}

/** The releases that let something go, under the id that the baseline has. */
export function releasedSteps(releases: readonly Release[], baseline: Baseline): ReleasedStep[] {
  return releases
    .flatMap(({ id, reason }) => baseline.steps.filter(isHeld(id)).map((step) => ({ id: step.id, reason })))
    .sort((left, right) => byText(left.id, right.id));
}

/** The baseline as far as something may still be taken back. */
export function withoutReleased(baseline: Baseline, released: readonly ReleasedStep[]): Baseline {
  const ids = new Set(released.map(({ id }) => id));
  return { ...baseline, steps: baseline.steps.filter(({ id }) => !ids.has(id)) };
}

/** One finding a release: nobody lets go of something silently, and a line that lets go of nothing rots. */
export function releaseFindings(releases: readonly Release[], baseline: Baseline): Finding[] {
  return releases
    .map((of) => (baseline.steps.some(isHeld(of.id)) ? releasedFinding(of) : idleFinding(of)))
    .sort(byFinding);
}

function releasedFinding({ id, reason, source }: Release): Finding {
  return {
    rule: RELEASED.id,
    severity: RELEASED.severity,
    subject: id,
    message: `${id} is released: it stays as it is on the servers, and nothing takes it back. ${reason}`,
    fix: "Nothing to do. To have it managed again, declare it and take the release out.",
    source,
    accepted: null,
  };
}

function idleFinding({ id, source }: Release): Finding {
  return {
    rule: IDLE_RELEASE.id,
    severity: IDLE_RELEASE.severity,
    subject: id,
    message: `There is nothing to release: the baseline holds no ${id}.`,
    fix: "Take the line out, or correct the id: the ids stand in the baseline.",
    source,
    accepted: null,
  };
}

function isHeld(id: string): (step: Baseline["steps"][number]) => boolean {
  return (step) => isSame(step.id, id) && step.state !== "undone";
}

function isStepId(id: string): boolean {
  try {
    STEP_ID(id, "stepId");
    return true;
  } catch {
    return false;
  }
}

/** File names on a server know no case, so ids do not either. */
function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
