import { statSync } from "node:fs";
import * as errors from "../errors";
import { Acceptance } from "../review/acceptance";
import { Beside, nothing, Review, review, TerraformPart } from "../review/diff";
import { RunbookTexts, scriptChanges } from "../review/script-changes";
import { planChanges } from "../review/terraform/plan-changes";
import { synthesisChanges } from "../review/terraform/synthesis-changes";
import { sortedSet } from "../values/text-order";
import { StackFiles } from "./manifests";
import { runbookTexts, sourceText } from "./runbook-texts";

export interface ReviewOptions {
  readonly acceptances: readonly Acceptance[];
  /** Plans as `terraform show -json` writes them: a path, or <stack>=<path> where there are several stacks. */
  readonly plans: readonly string[];
}

/**
 * Compares every stack of two sides. A stack on one side only is compared with nothing declared.
 *
 * @param after path of the second side, for errors
 * @throws when both sides hold one stack and not the same, or a plan fits no stack
 */
export function reviewsOf(
  left: readonly StackFiles[],
  right: readonly StackFiles[],
  after: string,
  { acceptances, plans }: ReviewOptions,
): Review[] {
  refuseOtherStack(after, left, right);
  const names = sortedSet([...left, ...right].map(({ manifest }) => manifest.stack));
  const planOf = planPaths(plans, names);
  return names.map((stack) => {
    const sides = [left, right].map((files) => files.find(({ manifest }) => manifest.stack === stack));
    const [was, is] = sides;
    const beside: Beside = { acceptances, ...terraform(was, is, planOf.get(stack)), ...scripts(was, is) };
    return review(was?.manifest ?? nothing(stack), is?.manifest ?? nothing(stack), beside);
  });
}

type Side = StackFiles | undefined;

/** A plan knows what really stands, so it counts more than the two syntheses. */
function terraform(was: Side, is: Side, plan: string | undefined): { readonly terraform?: TerraformPart } {
  if (plan !== undefined) return { terraform: planChanges(sourceText(plan)) };
  // A rendered runbook holds no Terraform: nothing can be said about it, which is not that nothing changes.
  const isSilent = (side: Side): boolean => side !== undefined && side.terraform === undefined;
  if (isSilent(was) || isSilent(is)) return {};
  const text = (side: Side): ReturnType<typeof sourceText> | undefined =>
    side?.terraform === undefined ? undefined : sourceText(side.terraform);
  return { terraform: synthesisChanges(text(was), text(is)) };
}

function scripts(was: Side, is: Side): Beside {
  const isSilent = (side: Side): boolean => side !== undefined && side.folder === undefined;
  if (isSilent(was) || isSilent(is)) return {};
  const texts = (side: Side): RunbookTexts =>
    side?.folder === undefined ? new Map<string, string>() : runbookTexts(side.folder);
  return { scripts: scriptChanges(texts(was), texts(is)) };
}

function planPaths(plans: readonly string[], stacks: readonly string[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const plan of plans) {
    const [stack, path] = placed(plan, stacks);
    const move = `name one plan for each of ${stacks.join(", ")}, as <stack>=<file>`;
    if (!stacks.includes(stack)) throw errors.badOption("--tfplan", plan, `no stack is called "${stack}"`, move);
    if (named.has(stack)) throw errors.badOption("--tfplan", plan, `the stack "${stack}" has a plan already`, move);
    named.set(stack, path);
  }
  return named;
}

/** `<stack>=<file>`, or a file alone where there is one stack; a file name may hold an equals sign too. */
function placed(plan: string, stacks: readonly string[]): readonly [stack: string, path: string] {
  const [only] = stacks;
  if (only !== undefined && stacks.length === 1 && isFile(plan)) return [only, plan];
  const at = plan.indexOf("=");
  if (at > 0) return [plan.slice(0, at), plan.slice(at + 1)];
  if (only !== undefined && stacks.length === 1) return [only, plan];
  const reason = `there are ${stacks.length} stacks, and it names none`;
  throw errors.badOption("--tfplan", plan, reason, `write <stack>=<file>, a plan for each of ${stacks.join(", ")}`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function refuseOtherStack(path: string, left: readonly StackFiles[], right: readonly StackFiles[]): void {
  const [first] = left;
  const [second] = right;
  if (first === undefined || second === undefined || left.length > 1 || right.length > 1) return;
  const [stack, other] = [first.manifest.stack, second.manifest.stack];
  if (stack === other) return;
  const move = "compare two runbooks of one stack";
  throw errors.notReadable(`a runbook of the stack "${stack}"`, path, `it belongs to "${other}"`, move);
}
