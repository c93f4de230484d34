import { DeploymentModel } from "../model/deployment-model";
import { Severity } from "./finding";

/** What one check of a rule returns: one entry per subject that fails. */
export interface Violation {
  readonly subject: string;
  readonly message: string;
  readonly fix: string;
  readonly source: string;
}

/** A relation that must hold between the parts of a deployment. It reads the model and nothing else. */
export interface Rule {
  /**
   * HYB-<area>-<number>. The number is that of the V table, a letter behind it tells two rules of one V apart, and from
   * 101 on it is a rule that the table does not have.
   */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** The documented reason, with its source. */
  readonly why: string;
  /** Why nobody may accept it, where that is so: the deployment could not work at all. */
  readonly unacceptable?: string;
  readonly check: (model: DeploymentModel) => readonly Violation[];
}
