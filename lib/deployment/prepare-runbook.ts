import { TerraformStack } from "cdktf";
import { IConstruct } from "constructs";
import { join } from "node:path";
import { ensureAzureadProvider } from "../entra/azuread-provider";
import { parametersOf } from "../entra/runbook-parameter";
import { checkVerifiedDomains } from "../entra/verified-domains";
import * as errors from "../errors";
import { featureReport } from "../features/feature-report";
import { DeploymentModel } from "../model/deployment-model";
import { landscapeOf } from "../model/landscape";
import { ancestors, executionOrder } from "../onprem/order";
import { parameterNames } from "../onprem/ps-value";
import { Step } from "../onprem/step";
import { stepSourcesOf } from "../onprem/step-source";
import { mirrorSteps, runText } from "../plan/plan-mirror";
import { stepScriptPath } from "../powershell/step-script";
import { judge } from "../rules";
import { Acknowledgement, applyAcknowledgements } from "../rules/acknowledgement";
import { byFinding, Finding } from "../rules/finding";
import { Baseline, EMPTY_BASELINE } from "../runbook/baseline";
import { RunbookFile } from "../runbook/checksums";
import { jsonText } from "../runbook/json-text";
import {
  refuseDeclared,
  Release,
  ReleasedStep,
  releasedSteps,
  releaseFindings,
  withoutReleased,
} from "../runbook/release";
import { retirementSteps, withRemovals } from "../runbook/retirement";
import { runbookFiles } from "../runbook/runbook-files";
import { writeWhole } from "../runbook/runbook-folder";
import { sortedSet } from "../values/text-order";
import { modelOf, sharedElsewhere, stepsOf } from "./declaration";
import { ensureBackend } from "./default-backend";
import { managementOf } from "./management";
import { declaredPeople } from "./people";

export interface PreparationProps {
  readonly deployment: IConstruct;
  readonly stack: TerraformStack;
  readonly outdir: string;
  /** Undefined when none was named. */
  readonly baseline: Baseline | undefined;
  readonly managementHost: string | undefined;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly releases: readonly Release[];
}

/**
 * From the declaration to every byte of the runbook. Rules are judged first and their findings written, also when they
 * refuse; then order, mirror, backend and provider; nothing else is written here.
 *
 * @throws one error with every finding that refuses
 */
export function prepareRunbook(props: PreparationProps): readonly RunbookFile[] {
  const { stack, outdir, releases } = props;
  const baseline = props.baseline ?? EMPTY_BASELINE;
  refuseDeclared(
    releases,
    stepSourcesOf(props.deployment).map(({ stepId }) => stepId),
  );
  const released = releasedSteps(releases, baseline);
  // Nothing of what is released is taken back, so the rules do not know of it.
  const model = modelWithBaseline(props, withoutReleased(baseline, released));
  const judged = applyAcknowledgements(judge(model), props.acknowledgements);
  const findings = [...judged, ...releaseFindings(releases, baseline)].sort(byFinding);
  writeWhole(join(outdir, "findings", `${stack.node.id}.json`), jsonText({ schema: 1, findings }));
  refuse(stack.node.id, findings);
  const steps = allSteps(props, model, baseline, released);
  refuseOtherParameters(stack, steps, model);
  declareTerraform(stack, model, steps, baseline);
  const contents = { stack: stack.node.id, findings, released, landscape: landscapeOf(model) };
  const files = runbookFiles(contents, steps, featureReport(model), model.tenants[0]);
  warn(stack.node.id, findings);
  return files;
}

function modelWithBaseline(props: PreparationProps, baseline: Baseline): DeploymentModel {
  const baselines = props.baseline === undefined ? [] : [{ source: props.deployment.node.path }];
  const sharedAddressSpacesElsewhere = sharedElsewhere(props.deployment);
  return { ...modelOf(props.deployment), sharedAddressSpacesElsewhere, baselines, deployed: deployedFacts(baseline) };
}

function refuse(stack: string, findings: readonly Finding[]): void {
  const refusing = findings.filter((finding) => finding.severity === "error" && finding.accepted === null);
  if (refusing.length > 0) throw errors.refused(stack, refusing.map(findingText));
}

function allSteps(
  props: PreparationProps,
  model: DeploymentModel,
  baseline: Baseline,
  released: readonly ReleasedStep[],
): Step[] {
  const { deployment, managementHost } = props;
  const context = managementOf(model, deployment.node.path, managementHost);
  const declared = stepsOf(deployment, context, declaredPeople(model)).map((step) => withRemovals(step, baseline));
  return executionOrder([...declared, ...retirementSteps(declared, baseline, context, released)]);
}

/** The outputs of one stack are read, and no others. */
function refuseOtherParameters(stack: TerraformStack, steps: readonly Step[], { tenants }: DeploymentModel): void {
  const declared = parametersOf(stack);
  for (const { objects, source } of steps) {
    const foreign = parameterNames(objects).find((name) => !declared.has(name));
    if (foreign !== undefined) throw errors.parameterElsewhere(source, foreign, stack.node.id);
  }
  for (const { source, signIns = [] } of tenants) {
    const names = signIns.flatMap(({ application }) =>
      typeof application === "object" ? [application.parameter] : [],
    );
    const foreign = names.find((name) => !declared.has(name));
    if (foreign !== undefined) throw errors.parameterElsewhere(source, foreign, stack.node.id);
  }
}

function declareTerraform(
  stack: TerraformStack,
  model: DeploymentModel,
  steps: readonly Step[],
  baseline: Baseline,
): void {
  const done = new Map(
    baseline.steps.flatMap((step) =>
      step.state === "done" ? step.objects.map((object) => [runKey(step.id, object), object.settings] as const) : [],
    ),
  );
  mirrorSteps(stack, steps, stepScriptPath, (step, object) => runText(done.get(runKey(step.id, object))));
  if (model.tenants.length > 0) {
    checkVerifiedDomains(
      stack,
      model.sipDomains.map((domain) => domain.name),
    );
  }
  ensureBackend(stack);
  ensureAzureadProvider(stack, model.tenants[0]?.cloud);
}

function runKey(id: string, object: { readonly noun: string; readonly identity: string }): string {
  return JSON.stringify([id, object.noun, object.identity]);
}

function deployedFacts(baseline: Baseline): DeploymentModel["deployed"] {
  const standing = baseline.steps.filter(({ state }) => state !== "undone");
  const waits = new Map(baseline.steps.map((step) => [step.id, step.after]));
  return standing.flatMap(({ id, objects }) => {
    const after = sortedSet([...ancestors(id, waits)]);
    return objects.map(({ noun, identity }) => ({ id, noun, identity, after }));
  });
}

function warn(stack: string, findings: readonly Finding[]): void {
  for (const finding of findings) {
    if (finding.severity === "warning" && finding.accepted === null) {
      process.stderr.write(`${stack}: ${findingText(finding)}\n`);
    }
  }
}

function findingText(finding: Finding): string {
  return `${finding.severity} ${finding.rule} ${finding.message} ${finding.fix} (${finding.source})`;
}
