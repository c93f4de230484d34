import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import * as errors from "../errors";
import { isDeployment, markDeployment } from "../onprem/room";
import { Acknowledgement, acknowledgement, AcknowledgementProps } from "../rules/acknowledgement";
import { RULES } from "../rules";
import { Baseline, readBaseline } from "../runbook/baseline";
import { release, Release } from "../runbook/release";
import { RunbookSynthesizer } from "../runbook/runbook-synthesizer";
import { parseFqdn } from "../values/fqdn";
import { declareDefaultBackend } from "./default-backend";
import { prepareRunbook } from "./prepare-runbook";

export interface HybridDeploymentProps {
  /**
   * Path of the committed baseline, relative to the working directory: what was applied already. An empty one is
   * `{ "schema": 1, "steps": [] }`.
   * @default - none: every run starts from what it finds, nothing is ever removed, and a warning says so
   */
  readonly deployed?: string;
  /**
   * Host whose management shell runs the on-premises steps.
   * @default - the pool of the newest version
   */
  readonly managementHost?: string;
}

/**
 * The roof: one hybrid deployment in one TerraformStack. What is declared beneath it becomes Terraform for the cloud and a
 * runbook of PowerShell for everything Terraform cannot reach, beside each other in `cdktf.out/stacks/<stack>/`.
 *
 * Throws outside a stack, as the second one of a stack, and when the baseline is missing or malformed. Synthesis throws one
 * error with every finding, before anything is written.
 */
export class HybridDeployment extends Construct {
  private readonly acknowledgements: Acknowledgement[] = [];
  private readonly releases: Release[] = [];

  public constructor(scope: Construct, id: string, props: HybridDeploymentProps = {}) {
    super(scope, id);
    const stack = stackOf(this);
    const other = stack.node.findAll().find((construct) => construct !== this && isDeployment(construct));
    if (other !== undefined) throw errors.secondDeployment(stack.node.id, other.node.path);
    markDeployment(this);
    const baseline = baselineOf(props);
    const managementHost =
      props.managementHost === undefined ? undefined : parseFqdn("managementHost", props.managementHost);
    declareDefaultBackend(stack);
    stack.synthesizer = new RunbookSynthesizer({
      stack,
      inner: stack.synthesizer,
      prepare: (outdir) =>
        prepareRunbook({
          deployment: this,
          stack,
          outdir,
          baseline,
          managementHost,
          acknowledgements: this.acknowledgements,
          releases: this.releases,
        }),
    });
  }

  /**
   * Accepts what a rule finds, with a reason and a last day. It stands in the runbook.
   *
   * @param rule id of the rule, such as HYB-FED-019
   * @throws when there is no such rule, it may not be accepted, the reason is empty or the day does not exist
   */
  public acknowledge(rule: string, props: AcknowledgementProps): void {
    this.acknowledgements.push(acknowledgement(RULES, rule, props, this.node.path));
  }

  /**
   * Stops managing an applied step without taking it back: what it set stays on the servers, and no step of 90-retire is
   * planned for it. RUNBOOK.md and manifest.json list it with the reason. Use it when another team, or another tool, owns
   * the object from now on.
   *
   * The entry in `deployed/<stack>.json` stays, and so does this line: without the line the next synthesis would plan to
   * take the step back. To be rid of both, delete this line, the entry, and the receipt in the state folder (else
   * `lync-hybrid receipts add` brings the entry back) in one go.
   *
   * @param stepId id as RUNBOOK.md and the baseline name it, such as CsHostingProvider/Office365; when the baseline does
   * not hold it, a warning says so
   * @param reason one sentence: who owns it now, or why it may stay
   * @throws when the id is none, is released already, or the reason is empty; synthesis throws when it is declared still
   */
  public release(stepId: string, reason: string): void {
    this.releases.push(release(stepId, reason, this.node.path, this.releases));
  }
}

function stackOf(deployment: Construct): TerraformStack {
  const stack = deployment.node.scopes.find((scope) => TerraformStack.isStack(scope));
  if (stack === undefined || !TerraformStack.isStack(stack)) throw errors.notInAStack(deployment.node.path);
  if (App.of(stack).hclOutput) throw errors.hclOutput();
  return stack;
}

function baselineOf(props: HybridDeploymentProps): Baseline | undefined {
  return props.deployed === undefined ? undefined : readBaseline(props.deployed);
}
