import { PsValue, Risk, Undo } from "../step";

/** A documented call whose parameters are the same for everybody, apart from the identity of the object. */
export interface CallRow {
  /** Cmdlet without its module. */
  readonly cmdlet: string;
  /** Parameter that takes the identity of the object; undefined where the call names none. */
  readonly identityAs?: string;
  readonly parameters?: Readonly<Record<string, PsValue>>;
  readonly switches?: readonly string[];
  /** Whether the cmdlet takes -Confirm. Not every one does, and a parameter that it lacks is an error. */
  readonly confirm?: boolean;
}

/** A call after a write: one, or one for every text of a property. */
export interface FollowUpRow extends CallRow {
  /** Property of the declared object that holds a set: each of its texts is the `identityAs` of a call of its own. */
  readonly forEach?: string;
}

/** Reviewed functions of the runtime that must find nobody before a verb may run. A closed list. */
export type Guard = "nobody-homed-online" | "nobody-homed-on-premises";

/** One state of a transition: how it is recognised, made and left alone. */
export interface StateRow {
  /** Asked where no property tells the state: it returns something when, and only when, the object is in it. */
  readonly question?: CallRow;
  /** The one call that makes the state. */
  readonly verb: CallRow;
  /** States that lie beyond it: an object there has gone further already and is left alone. */
  readonly beyond: readonly string[];
  readonly guard?: Guard;
  /** Whether undo may make it again, when it was the state before our first write. */
  readonly returns: boolean;
  /** Where making this state is worse than the row says. */
  readonly risk?: Risk;
  readonly undo?: Undo;
  readonly approval?: string;
}

/** One verb towards a state, such as Grant- or Enable-. The state is declared as a property of the step's object. */
export interface TransitionRow {
  /** Property of the object that holds the state: declared, kept in receipts and, with `read`, returned by the server. */
  readonly stateProperty: string;
  /** Call that returns the one object whose property tells the state; undefined where each state has its question. */
  readonly read?: CallRow;
  readonly states: Readonly<Record<string, StateRow>>;
  /** What it means when no question is answered: such an object is refused, never written. */
  readonly whenAbsent?: string;
  /** Whether the objects are people: then no baseline names them. */
  readonly people: boolean;
}

/** One property of every person of a list: each is read and written alone, so that one does not stop the others. */
export interface PeopleRow {
  /** What Get- returns and the step declares. */
  readonly property: string;
  /** Cmdlet without its module that returns one person by -Identity. */
  readonly read: string;
  /** Cmdlet without its module that writes the property of one person, named by -Identity. */
  readonly write: string;
  /** Parameter of `write` that takes the value. */
  readonly writeAs: string;
  /** What it means when the property has no value. @default - no value: nothing was ever given to the person */
  readonly whenEmpty?: PsValue;
  /** What a person must have before the write. */
  readonly needs?: {
    /** Property of the person that must be true. */
    readonly property: string;
    /** What the person lacks otherwise, after the address. */
    readonly words: string;
  };
}

/** Property of the step's object that says how many people it is about. */
export function countedAs(row: PeopleRow): string {
  return `${row.property}For`;
}
