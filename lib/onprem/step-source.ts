import { Construct, IConstruct } from "constructs";
import { ServerAge } from "./catalog/kind";
import { Shell } from "./shell";
import { ModuleNeed, Step, UsersAffected } from "./step";

const STEP_SOURCE = Symbol.for("cdktf-lync-hybrid/StepSource");

/** Nobody counted yet: the roof fills in how many people a step touches. */
export const NO_USERS: UsersAffected = { total: undefined, byHome: {}, byPool: {}, voice: undefined };

/** What a step needs to know of the whole deployment. */
export interface StepContext {
  /** Host whose management shell runs the on-premises steps. */
  readonly managementHost: string;
  /** Module that owns the cmdlets of a shell, for the declared server version. */
  readonly moduleOf: (shell: Shell) => ModuleNeed;
  /** Version whose management tools run the on-premises steps. */
  readonly server: ServerAge;
}

/** A construct that becomes one step. */
export abstract class StepSource extends Construct {
  public readonly stepId: string;

  protected constructor(scope: Construct, id: string, stepId: string) {
    super(scope, id);
    this.stepId = stepId;
    Object.defineProperty(this, STEP_SOURCE, { value: true });
  }

  public abstract toStep(context: StepContext): Step;
}

export function isStepSource(construct: IConstruct): construct is StepSource {
  return STEP_SOURCE in construct;
}

/** All steps declared in or beneath a construct. */
export function stepSourcesOf(construct: IConstruct): StepSource[] {
  return construct.node.findAll().filter(isStepSource);
}
