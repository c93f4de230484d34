import { Shell } from "../shell";
import { Bag, PsValue, Risk, Shape, Undo } from "../step";
import { FollowUpRow, PeopleRow, StateRow, TransitionRow } from "./verb-rows";

/** How two values of a property are compared: by their canonical text, never by an operator that knows a culture. */
export type Comparison =
  | "exact"
  | "ignore-case"
  | "fqdn"
  | "uri"
  | "identity"
  // The last piece of a path, in any case: contoso.local/Users/Anna, EX01\owa, Registrar:sfb01.contoso.local.
  | "leaf"
  | "set"
  | "set-ignore-case"
  | "list"
  | "number"
  | "domain-list"
  | "write-only";

/** Reviewed functions of the runtime that make a value which a literal cannot be. A closed list: no script text in the API. */
export type Writer = "domain-list" | "block-list";

/** A server version as far as this language has to know it. */
export interface ServerAge {
  readonly productName: string;
  /** Newer is larger. */
  readonly order: number;
}

export interface PropertyRow {
  readonly compare: Comparison;
  /** New- takes it, Set- does not: a difference is refused, never worked around. */
  readonly createOnly?: boolean;
  /** Set- takes it, but the documents remove the object and create it again: createOnly all the same. */
  readonly recreatedByHand?: true;
  /** Parameter name where it differs from the property that Get- returns. */
  readonly writeAs?: string;
  /** The other way round: property that Get- returns, where the row names it as the parameter is called. */
  readonly readAs?: string;
  readonly write?: Writer;
  /** What it means when Get- does not return the property. */
  readonly whenMissing?: string;
  /** One object only is true of it: giving it back takes it from another, so a person decides about that. */
  readonly exclusive?: true;
  /** Oldest server version whose cmdlets know it; undefined when all do. */
  readonly since?: ServerAge;
}

/**
 * An object that no cmdlet creates: the same Set- assigns it first and another later, Remove- takes the assignment away.
 * Get- returns no identity with it, so whatever it finds is read under the identity of the step.
 */
export interface AssignmentRow {
  /** Identity that Set- and Remove- take. */
  readonly scope: string;
  /** What Get-, Set- and Remove- are asked about. */
  readonly parameters: Readonly<Record<string, PsValue>>;
}

/**
 * A kind that no cmdlet reads, creates or removes: functions of ours do, named after the noun of the row
 * (Get-HybridPrincipalKey). Each is a reviewed file, shipped with the runbooks that use it.
 */
export interface FunctionsRow {
  /** Files of lib/powershell/operations, without .ps1: that of the noun, and those which it builds on. */
  readonly files: readonly string[];
  /**
   * Parameters that take the parts of an identity, which are parted by slashes; the last takes the rest. Get- is asked with
   * all but the last: where it looks. It returns whole identities.
   */
  readonly identityAs: readonly string[];
  /** Get- is asked with the last part as well, because there is exactly one object of that name, or none. */
  readonly readsOne?: true;
  /** Cmdlets that the files call, without their modules. */
  readonly cmdlets: readonly string[];
}

/** One row of the catalogue: everything machinery has to know of a noun. Scripts, checks and pages are rendered from it. */
export interface KindRow {
  /** Kind in ids and key in Hybrid.Catalogue.ps1. */
  readonly key: string;
  readonly shape: Shape;
  /** Cmdlet noun; empty where the kind is no cmdlet, and beginning with Hybrid where functions of ours stand for it. */
  readonly noun: string;
  readonly shell: Shell;
  /**
   * How identities of this noun are compared. `identity` leaves the scope out, `ignore-case` reads it as part of the name,
   * `leaf` compares the last piece of a path.
   */
  readonly identity: "identity" | "ignore-case" | "fqdn" | "leaf";
  /**
   * Property by which Get- names an object, and parameter of New- that gives it the name. Set- and Remove- take that name as
   * -Identity all the same.
   */
  readonly namedBy: "Identity" | "Name";
  readonly properties: Readonly<Record<string, PropertyRow>>;
  /** Property that no two objects may share: an object that matches it is adopted under its own identity. */
  readonly uniqueBy?: string;
  /** Nothing here makes or removes such an object: it is changed where it exists, and nothing else. */
  readonly createdByHand?: true;
  /** Where a cmdlet would make one all the same: why it is not called. */
  readonly notCreated?: string;
  /** There is no Set-: another value is refused. */
  readonly neverChanged?: true;
  /**
   * The settings of one server: Get- and Set- take -Server where others take -Identity, and what Get- returns is read under
   * the identity of the step.
   */
  readonly perServer?: true;
  /** Property by which Get- is asked for the one object, with -Filter: unasked, it lists a thousand at most. */
  readonly filteredBy?: string;
  /** Get- returns the one object under a name of its own, such as that of the organization; a singleton is read without it. */
  readonly ownName?: true;
  /** Where the object is an assignment: which. */
  readonly assignment?: AssignmentRow;
  /** Where the cmdlets are functions of ours: which. Such a row is an entity. */
  readonly functions?: FunctionsRow;
  /** What New- demands. */
  readonly requiredAtCreation: readonly string[];
  /** Switches sent with every New- and Set-, of the parameter set that the properties belong to. */
  readonly fixedSwitches: readonly string[];
  /** Whether Set- takes -Identity in that parameter set. */
  readonly identityOnChange: boolean;
  /** What undo must capture: every parameter of New- (Set- for a singleton) that Get- returns. */
  readonly carried: readonly string[];
  /** What must run after a change before it takes effect. */
  readonly then?: FollowUpRow;
  /** Seconds to wait at most until a change can be read back. */
  readonly waitSeconds: number;
  readonly role: string;
  readonly risk: Risk;
  readonly undo: Undo;
  /** How a transition is read and made; undefined for every other shape. */
  readonly transition?: TransitionRow;
  /** How one property of single people is read and written; undefined for every other kind. */
  readonly people?: PeopleRow;
  /** Lists inside a step that owns several. */
  readonly members: readonly MemberRow[];
  /** Source documents, for the reader of this code and of API.md. */
  readonly sources: readonly string[];
}

/** A list inside a list step: its entries are objects of a noun of their own. */
export interface MemberRow {
  readonly noun: string;
  readonly identity: "fqdn";
  readonly properties: Readonly<Record<string, PropertyRow>>;
  readonly carried: readonly string[];
  /** Property of the singleton that holds this list; undefined where the entries are objects of their own noun. */
  readonly listProperty?: string;
}

/** A row whose property names and types the compiler knows. */
export interface Kind<P extends Bag> extends KindRow {
  readonly properties: Readonly<Record<keyof P & string, PropertyRow>>;
  /** Never present; it carries the types. */
  readonly __properties?: P;
}

type Defaults = "identity" | "namedBy" | "requiredAtCreation" | "fixedSwitches" | "identityOnChange" | "members";
type KindProps<P extends Bag> = Omit<Kind<P>, Defaults> & Partial<Pick<KindRow, Defaults>>;

/** Completes a row with what most rows have in common. */
export function kind<P extends Bag>(props: KindProps<P>): Kind<P> {
  return {
    identity: "identity",
    namedBy: "Identity",
    requiredAtCreation: [],
    fixedSwitches: [],
    identityOnChange: true,
    members: [],
    ...props,
  };
}

/** The declared state of a transition; undefined for every other shape. */
export function declaredState(row: KindRow, properties: Readonly<Record<string, unknown>>): StateRow | undefined {
  const { transition } = row;
  return transition?.states[String(properties[transition.stateProperty])];
}

/** Whether a property holds a list whose order says nothing. */
export function isUnordered(row: PropertyRow): boolean {
  return ["set", "set-ignore-case", "domain-list"].includes(row.compare);
}

export type { Bag, PsValue };
export type { CallRow, FollowUpRow, Guard, PeopleRow, StateRow, TransitionRow } from "./verb-rows";
export { countedAs } from "./verb-rows";
