import { TerraformPart } from "../../../lib/review/diff";
import { planChanges } from "../../../lib/review/terraform/plan-changes";
import { Block } from "./stacks";

export interface Planned {
  readonly address?: string;
  readonly actions: readonly string[];
  readonly before?: Block | null;
  readonly after?: Block | null;
  /** Further members of the change, as Terraform calls them. */
  readonly change?: Block;
  /** Further members of the entry. */
  readonly entry?: Block;
}

/** One entry of `resource_changes`. */
export function planned({
  address = "azuread_group.pilot",
  actions,
  before = null,
  after = null,
  ...more
}: Planned): Block {
  const [type, name] = address.split(".");
  const change = {
    actions,
    before,
    after,
    after_unknown: {},
    before_sensitive: {},
    after_sensitive: {},
    ...more.change,
  };
  return { address, mode: "managed", type, name, ...more.entry, change };
}

/** What `terraform show -json` writes of a plan. */
export function planText(changes: readonly Block[], more: Block = {}): string {
  const plan = { format_version: "1.2", terraform_version: "1.11.4", planned_values: { root_module: {} }, ...more };
  return JSON.stringify({ ...plan, resource_changes: changes });
}

export function readPlan(changes: readonly Block[], more: Block = {}): TerraformPart {
  return planChanges({ path: "plan.json", text: planText(changes, more) });
}
