import * as errors from "../../errors";
import { ShapeProblem } from "../../runbook/json-shape";
import { byText } from "../../values/text-order";
import { ResourceChange } from "../change";
import { TerraformPart } from "../diff";
import { shortList } from "../value-changes";
import { countKept, isMirror, MirrorCount, mirrorNoise, noMirrors } from "./mirrors";
import { letGo, takenOver, Untold } from "./ownership";
import { plan, Plan, PlannedResource } from "./plan";
import { planNoise } from "./plan-noise";
import { plannedValues } from "./plan-values";
import { readSource, SourceText } from "./source-text";

/**
 * What a plan does to what really stands.
 *
 * @param source what `terraform show -json <plan file>` wrote
 * @throws when it is something else, or the plan of a run that failed
 */
export function planChanges(source: SourceText): TerraformPart {
  const move = "write it with terraform show -json <plan file>";
  // The saved plan is a ZIP archive: the likeliest file to be named in its place.
  if (source.text.startsWith("PK")) throw errors.notReadable(WHAT, source.path, "it is the plan file itself", move);
  return readSource(source, WHAT, move, (value, place) => part(plan(value, place)));
}

const WHAT = "a plan as JSON";

function part(of: Plan): TerraformPart {
  const mirrors = noMirrors();
  const rest = of.resources.filter((resource) => !isCounted(resource, of.provisioned, mirrors));
  const managed = rest.filter(({ mode }) => mode === "managed");
  const changes = managed.flatMap((resource) => resourceChanges(resource, of.provisioned.has(resource.address)));
  return {
    from: "plan",
    changes: changes.sort((left, right) => byText(left.address, right.address)),
    noise: [...mirrorNoise(mirrors), ...planNoise(of)],
  };
}

/** Mirrors are counted, in whatever way Terraform brings its notes up to date. */
function isCounted(resource: PlannedResource, provisioned: ReadonlySet<string>, count: MirrorCount): boolean {
  const { address, previousAddress, module, type, name, change } = resource;
  const sides = [change.before, change.after].filter((side) => side !== null);
  if (module !== undefined || provisioned.has(address) || sides.length === 0) return false;
  if (!sides.every((side) => isMirror(type, name, side))) return false;
  if (change.before === null) count.added += 1;
  else if (change.after === null) count.removed += 1;
  else {
    if (previousAddress !== undefined && previousAddress !== address) count.renamed += 1;
    countKept(count, change.before, change.after);
  }
  return true;
}

function resourceChanges(resource: PlannedResource, isProvisioned: boolean): ResourceChange[] {
  const { address, previousAddress, deposed, type, change } = resource;
  const first = change.replacePaths.map((path) => /^[^.[]*/.exec(path)?.[0] ?? path);
  const untold: Untold = {
    about: "resource",
    address: deposed === undefined ? address : `${address} (deposed ${deposed})`,
    type,
    values: plannedValues(change, first),
    notes: notes(resource, isProvisioned),
  };
  const isMoved = previousAddress !== undefined && previousAddress !== address;
  const move = { ...untold, action: "moved" as const, movedFrom: previousAddress, values: [], notes: [] };
  return [...(isMoved ? [move as ResourceChange] : []), ...planned(untold, resource)];
}

function planned(untold: Untold, { address, change }: PlannedResource): ResourceChange[] {
  const { importedId } = change;
  const actions = change.actions.join(", ");
  switch (actions) {
    case "no-op":
      return importedId === undefined ? [] : [takenOver({ ...untold, values: [] }, importedId)];
    case "read":
      return [];
    case "create":
      return [{ ...untold, action: "added" }];
    case "update":
      return [importedId === undefined ? { ...untold, action: "changed" } : takenOver(untold, importedId)];
    case "delete":
      return [{ ...untold, action: "removed" }];
    case "delete, create":
    case "create, delete":
    case "create, forget":
      return [{ ...untold, action: "replaced" }];
    case "forget":
      return [letGo(untold)];
    default:
      // What is not understood must not look like nothing.
      throw new ShapeProblem(address, `has the action "${actions}", which this version does not know`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: "it is replaced because an earlier run left it damaged (tainted)",
  replace_by_request: "it is replaced because the one who planned asked for it",
  replace_by_triggers: "it is replaced because of replace_triggered_by",
};

function notes({ reason, deposed, change }: PlannedResource, isProvisioned: boolean): string[] {
  const because = reason !== undefined && Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  const { replacePaths, actions } = change;
  return [
    ...(replacePaths.length === 0 ? [] : [`a new one is forced by: ${shortList(replacePaths)}`]),
    ...(because === undefined ? [] : [because]),
    ...(actions.join() === "create,delete" ? ["the new one is created before the old one is destroyed"] : []),
    ...(actions.join() === "create,forget" ? ["the old one is not destroyed: Terraform forgets it"] : []),
    ...(deposed === undefined ? [] : ["it is what an interrupted replacement left behind"]),
    ...(isProvisioned ? ["it has a provisioner: what that runs stands in no plan"] : []),
  ];
}
