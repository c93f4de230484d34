import { Shell } from "../shell";
import { Bag, PsValue, Risk, Shape, Undo } from "../step";

/** How two values of a property are compared: by their canonical text, never by an operator that knows a culture. */
export type Comparison =
  | "exact"
  | "ignore-case"
  | "fqdn"
  | "uri"
  | "identity"
  | "set"
  | "list"
  | "number"
  | "domain-list"
  | "write-only";

/** Reviewed functions of the runtime that make a value which a literal cannot be. A closed list: no script text in the API. */
export type Writer = "domain-list" | "block-list";

export interface PropertyRow {
  readonly compare: Comparison;
  /** New- takes it, Set- does not: a difference is refused, never worked around. */
  readonly createOnly?: boolean;
  /** Parameter name where it differs from the property that Get- returns. */
  readonly writeAs?: string;
  readonly write?: Writer;
  /** What it means when Get- does not return the property. */
  readonly whenMissing?: string;
}

/** One row of the catalogue: everything machinery has to know of a noun. Scripts, checks and pages are rendered from it. */
export interface KindRow {
  /** Kind in ids and key in Hybrid.Catalogue.ps1. */
  readonly key: string;
  readonly shape: Shape;
  /** Cmdlet noun; empty where the kind is no cmdlet. */
  readonly noun: string;
  readonly shell: Shell;
  /** How identities of this noun are compared. */
  readonly identity: "identity" | "fqdn";
  readonly properties: Readonly<Record<string, PropertyRow>>;
  /** Property that no two objects may share: an object that matches it is adopted under its own identity. */
  readonly uniqueBy?: string;
  /** What New- demands. */
  readonly requiredAtCreation: readonly string[];
  /** Switches sent with every Set-, of the parameter set that the properties belong to. */
  readonly fixedSwitches: readonly string[];
  /** Whether Set- takes -Identity in that parameter set. */
  readonly identityOnChange: boolean;
  /** What undo must capture: every parameter of New- (Set- for a singleton) that Get- returns. */
  readonly carried: readonly string[];
  /** Cmdlet that must run after a change before it takes effect. */
  readonly then?: string;
  /** Seconds to wait at most until a change can be read back. */
  readonly waitSeconds: number;
  readonly role: string;
  readonly risk: Risk;
  readonly undo: Undo;
  /** How a transition is read and made; undefined for every other shape. */
  readonly transition?: TransitionRow;
  /** Lists inside a step that owns several. */
  readonly members: readonly MemberRow[];
  /** Source documents, for the reader of this code and of API.md. */
  readonly sources: readonly string[];
}

/** One verb towards a state, such as Grant- or Enable-. */
export interface TransitionRow {
  /** Read cmdlet, without its module; its fixed parameters follow. */
  readonly read: string;
  /** Property of what is read that tells the state. */
  readonly stateProperty: string;
  /** Property by which the object is found in what is read; undefined when only one comes back. */
  readonly identityProperty?: string;
  /** Cmdlet that makes the declared state, for each state, with its parameters; `{identity}` and `{state}` become literals. */
  readonly verbs: Readonly<Record<string, string>>;
  /** States that lie beyond the declared one: an object there is left alone, because it has gone further already. */
  readonly beyond: Readonly<Record<string, readonly string[]>>;
  /** Read that must return nothing before the verb may run; undefined where nothing has to be guarded. */
  readonly guard?: Readonly<Record<string, string>>;
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

type Defaults = "identity" | "requiredAtCreation" | "fixedSwitches" | "identityOnChange" | "members";
type KindProps<P extends Bag> = Omit<Kind<P>, Defaults> & Partial<Pick<KindRow, Defaults>>;

/** Completes a row with what most rows have in common. */
export function kind<P extends Bag>(props: KindProps<P>): Kind<P> {
  return {
    identity: "identity",
    requiredAtCreation: [],
    fixedSwitches: [],
    identityOnChange: true,
    members: [],
    ...props,
  };
}

/** Whether a property holds a list whose order says nothing. */
export function isUnordered(row: PropertyRow): boolean {
  return row.compare === "set" || row.compare === "domain-list";
}

export type { Bag, PsValue };
