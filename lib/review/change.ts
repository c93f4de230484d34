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

export type Change = StepChange | ObjectChange | WaitChange | OrderChange;
