import { TenantFact } from "../model/deployment-model";
import { parameterNames } from "../onprem/ps-value";
import { Step } from "../onprem/step";
import { code, powershellBlock, table } from "./markdown";

/** Which values Terraform makes, and how they reach the steps; empty where there is none. */
export function parameterSection(steps: readonly Step[], stack: string, tenant?: TenantFact): string[] {
  const users = new Map<string, string[]>();
  for (const { id, objects } of steps) {
    for (const name of parameterNames(objects)) users.set(name, [...(users.get(name) ?? []), id]);
  }
  for (const { shell, application } of tenant?.signIns ?? []) {
    if (typeof application !== "object") continue;
    const { parameter } = application;
    users.set(parameter, [...(users.get(parameter) ?? []), `sign-in to ${shell}`]);
  }
  if (users.size === 0) return [];
  const rows = [...users].sort().map(([name, ids]) => [code(name), ids.map(code).join(", ")]);
  return [
    "## Values that Terraform makes",
    "",
    "These values exist only after `terraform apply`. The files of this folder hold their names, so the digest does not cover the values: a dry run with `-State` prints each of them. Read them before you add `-Apply`.",
    "",
    ...table(["Parameter", "Used by"], rows),
    "",
    "After `terraform apply`, where `cdk.tf.json` of this stack is, write the file, and bring it into the state folder under the same name:",
    "",
    ...powershellBlock([
      `Set-Location <cdktf.out>\\stacks\\${stack}`,
      "terraform output -json > parameters.json",
      "Copy-Item parameters.json <state folder>\\parameters.json",
    ]),
    "",
  ];
}
