import { RiskLevel, Step } from "../onprem/step";
import { stepScriptPath } from "../powershell/step-script";
import { Baseline } from "../runbook/baseline";
import { Manifest } from "../runbook/manifest";
import { StepStatus, stepStatuses } from "../runbook/step-status";
import { resourceItem } from "./cloud-items";
import { ResourceChange } from "./change";
import { TerraformPart } from "./diff";
import { risksOf } from "./risks";
import { rank, worst } from "./risks/risk-rank";
import { actorOf } from "./sentence";
import { peopleText } from "./step-changes";

/** One thing that is still to be done, by the pipeline or by a person. */
export interface PlanRow {
  readonly actor: string;
  /** Shell and host, or `terraform apply`. */
  readonly where: string;
  readonly what: string;
  /** Why it is still to be done. */
  readonly because: readonly string[];
  readonly risk: RiskLevel;
  readonly people: string;
  readonly undo: string;
  /** Script in the runbook folder, or Terraform address. */
  readonly by: string;
}

/** Cloud and on-premises in one list. */
export interface MergedPlan {
  readonly stack: string;
  readonly digest: string;
  readonly risk: RiskLevel;
  /** What Terraform does first, in one apply; then what people do, in their order. */
  readonly rows: readonly PlanRow[];
  /** Open, and in no script yet: another synthesis is needed first. */
  readonly pending: readonly string[];
  /** Steps that are done as declared. */
  readonly done: number;
  /** What a plan shows and nobody does. */
  readonly noise: readonly string[];
}

/**
 * Everything that is still to be done, as the committed baseline and the plan of Terraform know it. No server is asked.
 *
 * @param terraform of `terraform show -json`; without it the cloud half is not told
 */
export function mergedPlan(manifest: Manifest, baseline: Baseline, terraform: TerraformPart | undefined): MergedPlan {
  const statuses = stepStatuses(manifest, baseline);
  const states = new Map(statuses.map((status) => [status.id, status]));
  const own = manifest.steps.flatMap((step) => {
    const status = states.get(step.id);
    // A retirement has no state of its own while its original stands in the baseline: it is open then.
    return status?.open === false ? [] : [stepRow(step, status)];
  });
  const rows = [...(terraform?.changes ?? []).map(resourceRow), ...own];
  const levels = rows.map(({ risk }) => risk).sort((left, right) => rank(right) - rank(left));
  return {
    stack: manifest.stack,
    digest: manifest.digest,
    risk: levels[0] ?? "info",
    rows,
    pending: pendingOf(manifest, statuses),
    done: statuses.filter(({ open, state }) => !open && state === "as declared").length,
    noise: terraform?.noise ?? [],
  };
}

function stepRow(step: Step, status: StepStatus | undefined): PlanRow {
  return {
    actor: actorOf(step.shell),
    where: `${step.shell} on ${step.host}`,
    what: step.title,
    because:
      status === undefined || status.details.length === 0 ? [status?.state ?? "to be taken back"] : status.details,
    risk: step.risk.level,
    people: peopleText(step.users),
    undo: step.undo.possible,
    by: stepScriptPath(step),
  };
}

function resourceRow(change: ResourceChange): PlanRow {
  const item = resourceItem(change);
  const [doer] = item.doers;
  return {
    actor: doer?.actor ?? "nobody",
    where: doer?.shell ?? "terraform apply",
    what: item.what,
    because: item.details,
    risk: worst(risksOf(change)).level,
    people: item.people,
    undo: item.undo.possible,
    by: change.address,
  };
}

/** What another synthesis would bring: steps of the baseline that the runbook does not take back yet. */
function pendingOf({ steps }: Manifest, statuses: readonly StepStatus[]): string[] {
  const written = new Set(steps.map(({ id }) => id));
  return statuses
    .filter(
      ({ id, open, details }) => open && !written.has(id) && !details.some((text) => text.endsWith(" takes it back.")),
    )
    .map(({ id, details }) => `${id}: ${details.join(" ")}`);
}
