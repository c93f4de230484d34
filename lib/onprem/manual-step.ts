import { Construct } from "constructs";
import * as errors from "../errors";
import { Phase } from "./phase";
import { Shell } from "./shell";
import { Risk, Step, Undo } from "./step";
import { NO_USERS, StepContext, StepSource } from "./step-source";
import { stepId } from "./step-id";

export interface ManualStepProps {
  /** What is done, as a name: the kind of the id. */
  readonly name: string;
  /** The host or object it is done to. */
  readonly subject: string;
  readonly phase: Phase;
  readonly title: string;
  /** What the person does, one sentence a line. */
  readonly words: readonly string[];
  /** @default - the host where the deployment's management shell runs */
  readonly host?: string;
  readonly role: string;
  readonly risk: Risk;
  readonly undo: Undo;
  readonly verification: string;
  readonly outage?: string;
  readonly unverified?: readonly string[];
}

/** What only a person can do (a graphical tool, a firewall, a wizard). It ends by that person's signature. */
export class ManualStep extends StepSource {
  private readonly props: ManualStepProps;

  public constructor(scope: Construct, id: string, props: ManualStepProps) {
    super(scope, id, stepId(scope.node.path, props.name, props.subject));
    if (props.words.length === 0) throw errors.emptyStep(this.node.path);
    this.props = props;
  }

  public toStep(context: StepContext): Step {
    const { phase, title, words, role, risk, undo, verification, subject } = this.props;
    return {
      id: this.stepId,
      kind: "manual",
      shape: "manual",
      title,
      source: this.node.path,
      phase,
      shell: Shell.BY_HAND,
      host: this.props.host ?? context.managementHost,
      module: "",
      role,
      retire: false,
      identity: subject,
      objects: [],
      removals: [],
      undeclared: "Block",
      mirror: "entries",
      words,
      after: [],
      risk,
      undo,
      users: NO_USERS,
      needs: { modules: [], roles: [role] },
      outage: this.props.outage ?? "",
      waits: "",
      approval: "",
      verification,
      unverified: this.props.unverified ?? [],
    };
  }
}
