import { ListMirror, Undeclared } from "./list-options";
import { Phase } from "./phase";
import { Bag, PsValue } from "./ps-value";
import { Shell } from "./shell";

export type { Bag, PsValue };

/** The six ways in which something on-premises or in the tenant can be made true. */
export type Shape = "entity" | "singleton" | "list" | "transition" | "operation" | "manual";

/** How bad a step can be for people. */
export type RiskLevel = "info" | "low" | "medium" | "high" | "critical";
export const RISK_LEVELS: readonly RiskLevel[] = ["info", "low", "medium", "high", "critical"];

export interface Risk {
  readonly level: RiskLevel;
  readonly reason: string;
}

export interface Undo {
  /** `yes`: everything comes back; `with loss`: the text says what does not; `no`: point of no return. */
  readonly possible: "yes" | "with loss" | "no";
  readonly how: string;
}

/** People hit by a step, as declared. `total` is undefined when nobody declared a number: unknown, not zero. */
export interface UsersAffected {
  readonly total: number | undefined;
  readonly byHome: Readonly<Record<string, number>>;
  readonly byPool: Readonly<Record<string, number>>;
  /** People with Enterprise Voice; undefined when not declared. */
  readonly voice: number | undefined;
}

export interface ModuleNeed {
  readonly name: string;
  /** Oldest version that is known to work; undefined when no document says. */
  readonly minimum: string | undefined;
}

/** One object that a step owns. */
export interface StepObject {
  readonly noun: string;
  readonly identity: string;
  readonly properties: Bag;
}

/** An entry of a list that an earlier run added and that is no longer declared: it is removed, by a line of its own. */
export interface Removal {
  readonly noun: string;
  readonly identity: string;
  /** What the entry held when it was added, for undo. */
  readonly properties: Bag;
}

/** What happens to list entries that are neither declared nor known to be ours. */
export type UndeclaredEntries = `${Undeclared}`;

/**
 * One thing that must be true, as plain data. Scripts, manifest, plan, page and diff all render this and nothing else.
 * Keys are sorted and unordered lists are sorted before a step is built.
 */
export interface Step {
  /** `<kind>/<subject>[/<part>]`: what the step is about, never where it was declared. */
  readonly id: string;
  /** Row of the catalogue. */
  readonly kind: string;
  readonly shape: Shape;
  /** One sentence for people: what will be true. */
  readonly title: string;
  /** Construct path, for the reader only. */
  readonly source: string;
  readonly phase: Phase;
  readonly shell: Shell;
  /** Host of the shell, or the tenant where the change lands. */
  readonly host: string;
  /** PowerShell module that owns the cmdlets; empty for manual steps. */
  readonly module: string;
  /** Who may run it. */
  readonly role: string;
  /** Whether this step takes back what is no longer declared. */
  readonly retire: boolean;
  /** Declared identity of the subject; "Global" for a singleton, empty where the step has no single object. */
  readonly identity: string;
  readonly objects: readonly StepObject[];
  readonly removals: readonly Removal[];
  readonly undeclared: UndeclaredEntries;
  /** Whether the entries of its lists stand in the Terraform plan one by one. */
  readonly mirror: `${ListMirror}`;
  /** For manual steps: what the person does, sentence by sentence. */
  readonly words: readonly string[];
  readonly after: readonly string[];
  readonly risk: Risk;
  readonly undo: Undo;
  readonly users: UsersAffected;
  readonly needs: { readonly modules: readonly ModuleNeed[]; readonly roles: readonly string[] };
  /** What stops working while the step runs; empty when nothing does. */
  readonly outage: string;
  /** What has to pass before the step shows its effect; empty when nothing has to. */
  readonly waits: string;
  /** Who must agree beforehand, beyond the review of the digest; empty when nobody. */
  readonly approval: string;
  /** How somebody sees that it worked. */
  readonly verification: string;
  /** Facts that no document confirmed. */
  readonly unverified: readonly string[];
}
