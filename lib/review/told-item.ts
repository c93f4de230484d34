import { Undo } from "../onprem/step";
import { Sign } from "./sentence";
import { StepFacts } from "./step-facts";

/** What a change says before anybody judged it. */
export interface ToldItem extends StepFacts {
  readonly sign: Sign;
  readonly what: string;
  /** Values, entries and predecessors, a line each. */
  readonly details: readonly string[];
  readonly steps: readonly string[];
  /** Terraform addresses. */
  readonly resources: readonly string[];
  readonly undo: Undo;
}
