import { Shell } from "../onprem/shell";
import { Step, Undo, UsersAffected } from "../onprem/step";
import { sortedSet } from "../values/text-order";
import { actorOf } from "./sentence";
import { peopleText } from "./step-changes";

/** Who does it, where and as what. */
export interface Doer {
  readonly actor: string;
  readonly shell: string;
  readonly host: string;
  readonly role: string;
}

/** What the steps of a change say to the people around it. */
export interface StepFacts {
  /** Nobody where nothing is done. */
  readonly doers: readonly Doer[];
  readonly people: string;
  readonly outages: readonly string[];
  readonly waits: readonly string[];
  readonly checks: readonly string[];
  readonly approvals: readonly string[];
  readonly unverified: readonly string[];
}

/** @param was for a retirement, the step it takes back: that one knows how many people it touches, and who did it */
export function stepFacts(steps: readonly Step[], was?: Step): StepFacts {
  const collect = (of: (step: Step) => string): string[] => sortedSet(steps.map(of).filter((text) => text !== ""));
  return {
    doers: steps.map((step) => doer(step, was)),
    people: people(steps.map((step) => (step.users.total === undefined && was !== undefined ? was.users : step.users))),
    outages: collect((step) => step.outage),
    waits: collect((step) => step.waits),
    checks: collect((step) => step.verification),
    approvals: collect((step) => step.approval),
    unverified: sortedSet(steps.flatMap((step) => step.unverified)),
  };
}

/** By hand, it is the person who did what is taken back. */
function doer(step: Step, was: Step | undefined): Doer {
  const { shell, host, role } = step;
  return { actor: actorOf(shell === Shell.BY_HAND && was !== undefined ? was.shell : shell), shell, host, role };
}

/** The same people are hit on both sides: the largest number counts, and unknown is larger than any. */
function people(users: readonly UsersAffected[]): string {
  const known = users.map((of) => of.total ?? Number.MAX_SAFE_INTEGER);
  const most = users[known.indexOf(Math.max(...known))];
  return most === undefined ? "0" : peopleText(most);
}

export function worstUndo(steps: readonly Step[]): Undo {
  const order: readonly Undo["possible"][] = ["yes", "with loss", "no"];
  const possible = order[Math.max(0, ...steps.map((step) => order.indexOf(step.undo.possible)))] ?? "no";
  return { possible, how: sortedSet(steps.map((step) => step.undo.how)).join("; ") };
}
