import { Construct } from "constructs";
import { sha256, shortDigest } from "../values/sha256";
import { sortedSet } from "../values/text-order";
import { Bag, countedAs, Kind, PeopleRow, PsValue } from "./catalog/kind";
import { Phase } from "./phase";
import { Step, Undo, UsersAffected } from "./step";
import { StepContext, StepSource } from "./step-source";
import { stepId } from "./step-id";

export interface PeopleStateProps {
  readonly kind: Kind<Bag>;
  /** What the people have in common, such as the name of their policy: the subject of the id. */
  readonly subject: string;
  /** What the property of each of them will be. */
  readonly value: PsValue;
  /** Their SIP addresses, without `sip:`. */
  readonly people: readonly string[];
  readonly phase: Phase;
  readonly title: string;
  readonly verification: string;
  readonly waits?: string;
  readonly approval?: string;
  readonly undo?: Undo;
  readonly unverified?: readonly string[];
}

/** A step that names people. Addresses stand in its script and nowhere else: a manifest, plan or page counts them. */
export interface PeopleStep extends Step {
  readonly people: readonly string[];
}

/** Addresses that a step is about; none for a step that was read from a manifest. */
export function peopleOf(step: Step): readonly string[] {
  return isPeopleStep(step) ? step.people : [];
}

export function isPeopleStep(step: Step): step is PeopleStep {
  return "people" in step;
}

/** The step as it may be shown to everybody. */
export function withoutPeople(step: Step): Step {
  if (!isPeopleStep(step)) return step;
  const shown: Step & { people?: readonly string[] } = { ...step };
  delete shown.people;
  return shown;
}

/** One property of several people: one step, whose script reads and writes each of them alone. */
export class PeopleState extends StepSource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: PeopleStateProps,
  ) {
    super(scope, id, stepId(scope.node.path, props.kind.key, props.subject));
  }

  public toStep(context: StepContext): PeopleStep {
    const { kind, phase, title, verification, subject } = this.props;
    const people = sortedSet(this.props.people);
    const module = context.moduleOf(kind.shell);
    return {
      id: this.stepId,
      kind: kind.key,
      shape: kind.shape,
      title,
      source: this.node.path,
      phase,
      shell: kind.shell,
      host: context.managementHost,
      module: module.name,
      role: kind.role,
      retire: false,
      identity: subject,
      objects: [{ noun: kind.noun, identity: subject, properties: counted(kind.people, this.props.value, people) }],
      removals: [],
      undeclared: "Block",
      mirror: "entries",
      words: [],
      after: [],
      risk: kind.risk,
      undo: this.props.undo ?? kind.undo,
      users: onPremises(people.length),
      needs: { modules: module.name === "" ? [] : [module], roles: [kind.role] },
      outage: "",
      waits: this.props.waits ?? "replication, usually under a minute",
      approval: this.props.approval ?? "",
      verification,
      unverified: sortedSet(this.props.unverified ?? []),
      people,
    };
  }
}

function counted(row: PeopleRow | undefined, value: PsValue, people: readonly string[]): Bag {
  if (row === undefined) return {};
  const noun = people.length === 1 ? "person" : "people";
  const digest = shortDigest(sha256(JSON.stringify(people)));
  return { [row.property]: value, [countedAs(row)]: `${people.length} ${noun}, sha256 ${digest}` };
}

function onPremises(total: number): UsersAffected {
  return { total, byHome: { "on-premises": total }, byPool: {}, voice: undefined };
}
