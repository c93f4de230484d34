import { TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import * as errors from "../errors";
import { kindOf } from "../onprem/catalog";
import { isList, isParameter, parameterWords } from "../onprem/ps-value";
import { Bag, PsValue, Step, StepObject } from "../onprem/step";
import { settingsDigest } from "../onprem/settings-digest";
import { Phase } from "../onprem/phase";
import { sha256, shortDigest } from "../values/sha256";
import { terraformName } from "../values/terraform-name";
import { escapeTemplate } from "../values/template-text";

/** What the plan shows of one object outside Terraform's reach. */
export interface MirrorInput {
  readonly noun: string;
  readonly identity: string;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Script that makes it so. */
  readonly script: string;
  /** `not run`, or `done` with the digest of the settings that were applied. */
  readonly run: string;
}

/** How the plan looks up what the committed baseline says of an object. */
export type RunOf = (step: Step, object: StepObject) => string;

/**
 * One built-in `terraform_data` per object that PowerShell owns, so that a plan counts and shows on-premises changes beside
 * the cloud's. It declares and does nothing. Not cdktf's DataResource, which starts `terraform version` once per construct.
 */
class DeclaredObject extends TerraformResource {
  public constructor(
    scope: Construct,
    name: string,
    private readonly input: MirrorInput,
  ) {
    super(scope, name, { terraformResourceType: "terraform_data" });
    this.overrideLogicalId(name);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: escapeTemplate(this.input) };
  }
}

/** Mirrors the steps into the stack. Retired objects are not declared any more: the plan shows them as destroyed. */
export function mirrorSteps(
  stack: TerraformStack,
  steps: readonly Step[],
  scriptOf: (step: Step) => string,
  runOf: RunOf,
): void {
  const owners = new Map<string, string>();
  for (const step of steps) {
    if (step.phase === Phase.RETIRE) continue;
    for (const object of mirroredObjects(step)) {
      const name = mirrorName(step, object);
      const owner = owners.get(name.toLowerCase());
      if (owner !== undefined) throw errors.twoOwners(name, owner, step.source);
      owners.set(name.toLowerCase(), step.source);
      const { noun, identity } = object;
      const settings = shownSettings(object.properties);
      new DeclaredObject(stack, name, { noun, identity, settings, script: scriptOf(step), run: runOf(step, object) });
    }
  }
}

/** `done` with a digest says what was applied; whether that is what is declared now, the reader sees by comparing. */
export function runText(settings: string | undefined): string {
  return settings === undefined ? "not run" : `done ${settings}`;
}

function mirroredObjects(step: Step): readonly StepObject[] {
  if (step.mirror === "entries" || step.shape !== "list") return step.objects;
  const row = kindOf(step.kind);
  const own = step.objects.filter((object) => object.noun === row.noun);
  return own.length > 0 ? own : [summaryObject(step)];
}

/** A list without an object of its own, in one line: how many, and the digest of all. */
function summaryObject(step: Step): StepObject {
  const nouns = [...new Set(step.objects.map((object) => object.noun))];
  const properties = nouns.map((noun): [string, string] => {
    const entries = step.objects.filter((object) => object.noun === noun);
    return [noun, summary(entries.map((object) => settingsDigest(object)))];
  });
  return { noun: "domain-lists", identity: step.id.split("/")[1] ?? "", properties: Object.fromEntries(properties) };
}

/** An object that gives its step the name is called like the step; members of a list are called like themselves. */
function mirrorName(step: Step, object: StepObject): string {
  const isMember = kindOf(step.kind).members.some((member) => member.noun === object.noun);
  const subject = isMember ? `${object.noun}/${object.identity}` : step.id;
  return `declared_${terraformName(subject)}`;
}

function shownSettings(properties: Bag): Record<string, string | number | boolean> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, shownValue(value)]));
}

/** A list is shown as count and digest: else one new partner prints the whole list. Its members stand on their own. */
function shownValue(value: PsValue): string | number | boolean {
  if (isParameter(value)) return parameterWords(value);
  return isList(value) ? summary(value) : value;
}

function summary(entries: readonly string[]): string {
  const noun = entries.length === 1 ? "entry" : "entries";
  return `${entries.length} ${noun}, sha256 ${shortDigest(sha256(JSON.stringify(entries)))}`;
}
