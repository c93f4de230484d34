import {
  anything,
  flag,
  isRecord,
  listOf,
  mapOf,
  nullable,
  only,
  optional,
  Reader,
  ShapeProblem,
  text,
} from "../../runbook/json-shape";
import { Attributes, own } from "./shown-value";

/** What Terraform means to do to one object. */
export interface PlannedChange {
  readonly actions: readonly string[];
  /** Null for what does not stand yet. */
  readonly before: Attributes | null;
  /** Null for what is destroyed. */
  readonly after: Attributes | null;
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
  readonly afterUnknown: unknown;
  /** Attributes that force a new object, as in `value` or `rule[0].name`. */
  readonly replacePaths: readonly string[];
  readonly importedId: string | undefined;
}

export interface PlannedResource {
  readonly address: string;
  readonly previousAddress: string | undefined;
  readonly module: string | undefined;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly deposed: string | undefined;
  readonly reason: string | undefined;
  readonly change: PlannedChange;
}

export interface PlannedCheck {
  readonly address: { readonly to_display: string };
  readonly status: string;
  readonly instances: readonly CheckInstance[] | undefined;
}

interface CheckInstance {
  readonly problems: readonly { readonly message: string }[] | undefined;
}

/** What `terraform show -json` says of a plan, as far as a reviewer needs it. */
export interface Plan {
  readonly resources: readonly PlannedResource[];
  readonly drift: readonly PlannedResource[];
  readonly outputs: Readonly<Record<string, { readonly actions: readonly string[] }>>;
  readonly checks: readonly PlannedCheck[];
  /** False where another plan has to follow. */
  readonly isComplete: boolean;
  /** Addresses of resources with a provisioner: no plan tells what those do. */
  readonly provisioned: ReadonlySet<string>;
}

const ATTRIBUTES: Reader<Attributes | null> = nullable(mapOf(anything));

const CHANGE: Reader<PlannedChange> = (value, place) => {
  const read = only({
    actions: listOf(text),
    before: ATTRIBUTES,
    after: optional(ATTRIBUTES),
    before_sensitive: anything,
    after_sensitive: anything,
    after_unknown: anything,
    replace_paths: optional(listOf(listOf(anything))),
    importing: optional(nullable(only({ id: optional(text) }))),
  })(value, place);
  return {
    actions: read.actions,
    before: read.before,
    after: read.after ?? null,
    beforeSensitive: read.before_sensitive,
    afterSensitive: read.after_sensitive,
    afterUnknown: read.after_unknown,
    replacePaths: (read.replace_paths ?? []).map(pathText),
    importedId: read.importing === undefined || read.importing === null ? undefined : (read.importing.id ?? ""),
  };
};

const RESOURCE: Reader<PlannedResource> = (value, place) => {
  const read = only({
    address: text,
    previous_address: optional(text),
    module_address: optional(text),
    mode: text,
    type: text,
    name: text,
    deposed: optional(text),
    action_reason: optional(text),
    change: CHANGE,
  })(value, place);
  const { previous_address: previousAddress, module_address: module, action_reason: reason, ...rest } = read;
  return { ...rest, previousAddress, module, reason };
};

const CHECK: Reader<PlannedCheck> = only({
  address: only({ to_display: text }),
  status: text,
  instances: optional(listOf(only({ problems: optional(listOf(only({ message: text }))) }))),
});

const DOCUMENT = only({
  resource_changes: optional(listOf(RESOURCE)),
  resource_drift: optional(listOf(RESOURCE)),
  output_changes: optional(mapOf(only({ actions: listOf(text) }))),
  checks: optional(listOf(CHECK)),
  complete: optional(flag),
  errored: optional(flag),
  configuration: anything,
});

export const plan: Reader<Plan> = (value, place) => {
  const { format_version: version } = only({ format_version: optional(text) })(value, place);
  if (version === undefined) throw new ShapeProblem("", "has no format_version");
  if (!version.startsWith("1."))
    throw new ShapeProblem("format_version", `is ${version}, which this version does not know`);
  if (isRecord(value) && !Object.hasOwn(value, "planned_values") && !Object.hasOwn(value, "resource_changes")) {
    throw new ShapeProblem("", "plans nothing: it is a state");
  }
  const read = DOCUMENT(value, place);
  if (read.errored === true) throw new ShapeProblem("", "is the plan of a run that failed: it lacks what came after");
  return {
    resources: read.resource_changes ?? [],
    drift: read.resource_drift ?? [],
    outputs: read.output_changes ?? {},
    checks: read.checks ?? [],
    isComplete: read.complete ?? true,
    provisioned: provisionedIn(read.configuration),
  };
};

function pathText(path: readonly unknown[]): string {
  return path
    .map((part, at) => (typeof part === "number" ? `[${part}]` : `${at === 0 ? "" : "."}${String(part)}`))
    .join("");
}

function provisionedIn(configuration: unknown): ReadonlySet<string> {
  const root = isRecord(configuration) ? own(configuration, "root_module") : undefined;
  const resources = isRecord(root) ? own(root, "resources") : undefined;
  const list: readonly unknown[] = Array.isArray(resources) ? resources : [];
  const provisioned = list.filter(isRecord).filter((resource) => own(resource, "provisioners") !== undefined);
  return new Set(provisioned.map((resource) => String(own(resource, "address"))));
}
