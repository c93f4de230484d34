import { Construct } from "constructs";
import * as errors from "../errors";
import { isEncodedNumber, isEncodedText } from "../values/encoded-value";
import { byText, sortedSet } from "../values/text-order";
import {
  Bag,
  Comparison,
  declaredState,
  isUnordered,
  Kind,
  KindRow,
  PropertyRow,
  PsValue,
  ServerAge,
} from "./catalog/kind";
import { ListMirror } from "./list-options";
import { Phase } from "./phase";
import { Declared, isList, isParameter } from "./ps-value";
import { Shell } from "./shell";
import { Risk, Step, StepObject, UndeclaredEntries, Undo } from "./step";
import { NO_USERS, StepContext, StepSource } from "./step-source";
import { stepId } from "./step-id";

/** What the room knows and the catalogue row does not. */
export interface DesiredStateProps<P extends Bag> {
  readonly kind: Kind<P>;
  /** Identity as PowerShell knows it; "Global" for a singleton. */
  readonly identity: string;
  /** Only what is declared is enforced. A text may be a RunbookParameter: its value is known only after terraform apply. */
  readonly properties: Declared<P>;
  /** Entries of the lists that the step owns. */
  readonly entries?: readonly StepObject[];
  readonly phase: Phase;
  /** One sentence: what will be true. */
  readonly title: string;
  readonly verification: string;
  /** Subject in the id. @default - the identity */
  readonly subject?: string;
  /** Kind in the id where it is a name of its own. @default - the row's key */
  readonly idKind?: string;
  /** Where two steps share a subject. @default - the step is alone on its subject */
  readonly part?: string;
  /** @default - the host where the deployment's management shell runs */
  readonly host?: string;
  /** @default - the risk of the declared state, or the row's */
  readonly risk?: Risk;
  /** @default - the way back of the declared state, or the row's */
  readonly undo?: Undo;
  /** @default UndeclaredEntries "Block" */
  readonly undeclared?: UndeclaredEntries;
  /** @default ListMirror.ENTRIES */
  readonly mirror?: `${ListMirror}`;
  readonly outage?: string;
  readonly waits?: string;
  readonly approval?: string;
  readonly unverified?: readonly string[];
}

/** Something that must be true, declared by a room and rendered by machinery. */
export class DesiredState<P extends Bag> extends StepSource {
  private readonly props: DesiredStateProps<P>;
  private readonly properties: Bag;

  public constructor(scope: Construct, id: string, props: DesiredStateProps<P>) {
    super(
      scope,
      id,
      stepId(scope.node.path, props.idKind ?? props.kind.key, props.subject ?? props.identity, props.part),
    );
    this.props = props;
    this.properties = declared(props.properties);
    checkProperties(this.node.path, props.kind, this.properties);
    for (const entry of props.entries ?? []) checkEntry(this.node.path, props.kind, entry);
  }

  /** @throws when a property is declared that the server version does not have */
  public toStep(context: StepContext): Step {
    const { kind, identity, phase, title, verification } = this.props;
    const objects = this.objects();
    if (kind.shell === Shell.LYNC) checkVersion(this.node.path, kind, objects, context.server);
    const module = context.moduleOf(kind.shell);
    const state = declaredState(kind, this.properties);
    return {
      id: this.stepId,
      kind: kind.key,
      shape: kind.shape,
      title,
      source: this.node.path,
      phase,
      shell: kind.shell,
      host: this.props.host ?? context.managementHost,
      module: module.name,
      role: kind.role,
      retire: false,
      identity,
      objects,
      removals: [],
      undeclared: this.props.undeclared ?? "Block",
      mirror: this.props.mirror ?? "entries",
      words: [],
      after: [],
      risk: this.props.risk ?? state?.risk ?? kind.risk,
      undo: this.props.undo ?? state?.undo ?? kind.undo,
      users: NO_USERS,
      needs: { modules: module.name === "" ? [] : [module], roles: [kind.role] },
      outage: this.props.outage ?? "",
      waits: this.props.waits ?? "",
      approval: this.props.approval ?? state?.approval ?? "",
      verification,
      unverified: sortedSet(this.props.unverified ?? []),
    };
  }

  private objects(): StepObject[] {
    const { kind, identity } = this.props;
    const properties = canonical(kind, this.properties);
    const entries = [...(this.props.entries ?? [])].sort(
      (left, right) => byText(left.noun, right.noun) || byText(left.identity, right.identity),
    );
    // What is nothing but a name is an object all the same, where functions of ours make it by its name alone.
    const isNothing = Object.keys(properties).length === 0 && kind.functions === undefined;
    return isNothing ? entries : [{ noun: kind.noun, identity, properties }, ...entries];
  }
}

/** A property that is left out and one that is undefined mean the same: it is not enforced. */
function declared(properties: Readonly<Record<string, PsValue | undefined>>): Bag {
  const entries = Object.entries(properties).filter((entry): entry is [string, PsValue] => entry[1] !== undefined);
  // Of a construct that stands for a parameter, only the name goes on.
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isParameter(value) ? { parameter: value.parameter } : value]),
  );
}

/** Comparisons of single texts. What a text is made of, or which of several lists it is, must be known at synthesis. */
const TEXTS: readonly Comparison[] = ["exact", "ignore-case", "fqdn", "uri", "identity", "write-only"];

function takesParameter(kind: KindRow, name: string): boolean {
  const row = kind.properties[name];
  return row !== undefined && TEXTS.includes(row.compare) && row.write === undefined && kind.transition === undefined;
}

function checkProperties(path: string, kind: KindRow, properties: Bag): void {
  const known = Object.keys(kind.properties);
  for (const [name, value] of Object.entries(properties)) {
    if (!known.includes(name)) throw errors.undeclaredProperty(path, kind.noun, name, known);
    if (holdsEncoded(value)) throw errors.knownOnlyAfterApply(`${path}.${name}`);
    if (isParameter(value) && !takesParameter(kind, name))
      throw errors.noParameterHere(`${path}.${name}`, value.parameter);
  }
  if (kind.transition !== undefined && declaredState(kind, properties) === undefined) {
    throw errors.unknownState(path, kind.transition.stateProperty, Object.keys(kind.transition.states));
  }
  const missing = kind.requiredAtCreation.filter((name) => !(name in properties));
  if (missing.length > 0) throw errors.missingAtCreation(path, kind.noun, missing);
}

function checkEntry(path: string, kind: KindRow, { noun, properties }: StepObject): void {
  const known = Object.keys(rowsOf(kind, noun));
  for (const [name, value] of Object.entries(properties)) {
    if (!known.includes(name)) throw errors.undeclaredProperty(path, noun, name, known);
    if (holdsEncoded(value)) throw errors.knownOnlyAfterApply(`${path}.${name}`);
    // Entries are told apart, counted and compared one by one, here and in the plan.
    if (isParameter(value)) throw errors.noParameterHere(`${path}.${name}`, value.parameter);
  }
}

/** A parameter that the cmdlets of this version do not have would fail in the middle of a run. */
function checkVersion(path: string, kind: KindRow, objects: readonly StepObject[], server: ServerAge): void {
  for (const { noun, identity, properties } of objects) {
    for (const [name, { since }] of Object.entries(rowsOf(kind, noun))) {
      if (since === undefined || since.order <= server.order || !(name in properties)) continue;
      throw errors.propertyOfLaterVersion(path, `${noun} ${identity}`, name, since.productName, server.productName);
    }
  }
}

function rowsOf(kind: KindRow, noun: string): KindRow["properties"] {
  return kind.members.find((member) => member.noun === noun)?.properties ?? kind.properties;
}

/** The last guard: rooms parse their values, but not every value has a parser. */
function holdsEncoded(value: PsValue): boolean {
  if (typeof value === "number") return isEncodedNumber(value);
  if (typeof value === "boolean" || isParameter(value)) return false;
  return typeof value === "string" ? isEncodedText(value) : value.some(isEncodedText);
}

function canonical(kind: KindRow, properties: Bag): Bag {
  const sorted = Object.entries(properties).sort(([left], [right]) => byText(left, right));
  return Object.fromEntries(sorted.map(([name, value]) => [name, canonicalValue(kind.properties[name], value)]));
}

function canonicalValue(row: PropertyRow | undefined, value: PsValue): PsValue {
  return row !== undefined && isUnordered(row) && isList(value) ? sortedSet(value) : value;
}
