import { LandscapePart } from "../model/landscape";
import { PsValue, Step } from "../onprem/step";
import { SessionEntry } from "../runbook/manifest";

/** A value that differs; undefined where it is not declared. */
export interface ValueChange {
  readonly name: string;
  readonly before: PsValue | undefined;
  readonly after: PsValue | undefined;
}

/** A whole step. */
export interface StepChange {
  readonly about: "step";
  /**
   * `left`: it vanished and nothing takes back what it set. `released`: the same, and main.ts says why. `retired`: a step appears that takes another back. `over`: such
   * a step vanished. `changed`: it does something else or elsewhere. `worded`: only what people read of it differs.
   */
  readonly action: "added" | "left" | "released" | "retired" | "over" | "changed" | "worded";
  readonly step: Step;
  /** The step as it was; for a retirement the step that is taken back. */
  readonly was: Step | undefined;
  /** Why it is released. */
  readonly reason?: string;
  readonly values: readonly ValueChange[];
}

/** An object of a step that stands on both sides, or an entry of its list. */
export interface ObjectChange {
  readonly about: "object";
  /**
   * `removed`: the step takes it out. `left`: it is no longer declared and the step does not take it out. `over`: its
   * removal vanished from the step.
   */
  readonly action: "added" | "changed" | "removed" | "left" | "over";
  readonly was: Step;
  readonly step: Step;
  readonly noun: string;
  readonly identity: string;
  readonly values: readonly ValueChange[];
  /** How many objects of this noun the step declared, and declares now. */
  readonly count: { readonly before: number; readonly after: number };
  /** Whether the allow list decides nothing any more: federation is open, and everybody gets through. */
  readonly everybodyAllowed: boolean;
}

/** What a step waits for, directly or through others. */
export interface WaitChange {
  readonly about: "wait";
  readonly step: Step;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** Who is called when. */
export interface OrderChange {
  readonly about: "order";
  readonly before: readonly SessionEntry[];
  readonly after: readonly SessionEntry[];
}

/** A server, a site or the tenant: declared, and nothing makes it so. */
export interface PartChange {
  readonly about: "part";
  readonly action: "added" | "changed" | "removed";
  readonly part: LandscapePart;
  readonly values: readonly ValueChange[];
}

/** A Terraform resource of the cloud half. What mirrors a step is told with the step and not here. */
export interface ResourceChange {
  readonly about: "resource";
  /** `replaced`: destroyed and created again. `moved`: another address for the same thing, which is no change. */
  readonly action: "added" | "changed" | "replaced" | "removed" | "moved";
  /** Such as azuread_application.hybrid. */
  readonly address: string;
  readonly type: string;
  /** Where it stood, for a move. */
  readonly movedFrom?: string;
  /** Nested values as JSON text; what Terraform marks as sensitive as "(sensitive)". */
  readonly values: readonly ValueChange[];
  /** What the values do not say, a sentence each: why it is replaced, what would keep it. */
  readonly notes?: readonly string[];
}

/** A file of the runbook, as text. */
export interface ScriptChange {
  /** In the runbook folder, with forward slashes. */
  readonly path: string;
  readonly action: "added" | "changed" | "removed";
  readonly added: number;
  readonly removed: number;
  /** Unified diff without file names; undefined where the file was rewritten and a diff would say nothing. */
  readonly patch: string | undefined;
}

export type Change = StepChange | ObjectChange | WaitChange | OrderChange | PartChange | ResourceChange;
