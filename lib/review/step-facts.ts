import { Shell } from "../onprem/shell";
import { Step, Undo, UsersAffected } from "../onprem/step";
import { stepScriptPath } from "../powershell/step-script";
import { sortedSet } from "../values/text-order";
import { partnerList } from "./partner-lists";
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
  /** The same as numbers; null where nobody declared them. */
  readonly users: UsersAffected | null;
  /** `any time`, or why it needs a maintenance window. */
  readonly window: string;
  readonly outages: readonly string[];
  readonly waits: readonly string[];
  readonly checks: readonly string[];
  readonly approvals: readonly string[];
  readonly unverified: readonly string[];
  /** Modules with the oldest version that is known to work. */
  readonly modules: readonly string[];
  /** SIP domains it is about. */
  readonly domains: readonly string[];
  /** Partners and blocked domains it is about. */
  readonly partners: readonly string[];
  /** Scripts that do it, in the runbook folder. */
  readonly scripts: readonly string[];
}

const ANY_TIME = "any time";

/** What no step does: people read it, nobody acts. */
export const NOBODY_ACTS = {
  doers: [],
  people: "0",
  users: { total: 0, byHome: {}, byPool: {}, voice: 0 },
  window: ANY_TIME,
  undo: { possible: "yes", how: "nothing was done" } as Undo,
  outages: [],
  waits: [],
  checks: [],
  approvals: [],
  unverified: [],
  modules: [],
  domains: [],
  partners: [],
  scripts: [],
  steps: [],
  resources: [],
} as const;

/** @param was for a retirement, the step it takes back: that one knows how many people it touches, and who did it */
export function stepFacts(steps: readonly Step[], was?: Step): StepFacts {
  const collect = (of: (step: Step) => string): string[] => sortedSet(steps.map(of).filter((text) => text !== ""));
  const users = most(
    steps.map((step) => (step.users.total === undefined && was !== undefined ? was.users : step.users)),
  );
  const outages = collect((step) => step.outage);
  return {
    doers: steps.map((step) => doer(step, was)),
    people: peopleText(users),
    users: users.total === undefined ? null : users,
    window: outages.length === 0 ? ANY_TIME : `in a window (outage: ${outages.join("; ")})`,
    outages,
    waits: collect((step) => step.waits),
    checks: collect((step) => step.verification),
    approvals: collect((step) => step.approval),
    unverified: sortedSet(steps.flatMap((step) => step.unverified)),
    modules: sortedSet(
      steps.flatMap(({ needs }) => needs.modules.map(({ name, minimum }) => `${name} ${minimum ?? ""}`.trim())),
    ),
    ...namesOf(steps.flatMap(({ objects }) => objects)),
    scripts: steps.map(stepScriptPath),
  };
}

/** By hand, it is the person who did what is taken back. */
function doer(step: Step, was: Step | undefined): Doer {
  const { shell, host, role } = step;
  return { actor: actorOf(shell === Shell.BY_HAND && was !== undefined ? was.shell : shell), shell, host, role };
}

/** The same people are hit on both sides: the largest number counts, and unknown is larger than any. */
function most(users: readonly UsersAffected[]): UsersAffected {
  const known = users.map((of) => of.total ?? Number.MAX_SAFE_INTEGER);
  return users[known.indexOf(Math.max(...known))] ?? NOBODY_ACTS.users;
}

export function worstUndo(steps: readonly Step[]): Undo {
  const order: readonly Undo["possible"][] = ["yes", "with loss", "no"];
  const possible = order[Math.max(0, ...steps.map((step) => order.indexOf(step.undo.possible)))] ?? "no";
  return { possible, how: sortedSet(steps.map((step) => step.undo.how)).join("; ") };
}

const SIP_DOMAINS: ReadonlySet<string> = new Set(["CsSipDomain", "CsOnlineSipDomain"]);

/** The SIP domains and partners among objects, each once. */
export function namesOf(
  objects: readonly { readonly noun: string; readonly identity: string }[],
): Pick<StepFacts, "domains" | "partners"> {
  const named = (isOne: (noun: string) => boolean): string[] =>
    sortedSet(objects.filter(({ noun }) => isOne(noun)).map(({ identity }) => identity));
  return {
    domains: named((noun) => SIP_DOMAINS.has(noun)),
    partners: named((noun) => partnerList(noun) !== undefined),
  };
}
