import { synthesisChanges } from "../../../lib/review/terraform/synthesis-changes";
import { compare, mirror, onlyChange, stack, told } from "./stacks";

const declared = (mirrors: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  terraform_data: Object.fromEntries(Object.entries(mirrors).map(([name, body]) => [`declared_${name}`, body])),
});

describe("mirrors of PowerShell steps", () => {
  test("are no changes of their own: they are counted", () => {
    const part = compare(
      declared({ a: mirror("a"), b: mirror("b"), c: mirror("c") }),
      declared({ a: mirror("a", { settings: { Comment: "x" } }), b: mirror("b"), d: mirror("d"), e: mirror("e") }),
    );
    expect(part.changes).toEqual([]);
    expect(part.noise).toEqual([
      "4 declared objects of PowerShell steps: 2 added, 1 changed, 1 removed; told with their steps",
    ]);
  });

  test("of which only the mark of the last run differs are known noise, and called so", () => {
    const done = { run: "done 0123456789ab" };
    const part = compare(
      declared({ a: mirror("a"), b: mirror("b") }),
      declared({ a: mirror("a", done), b: mirror("b", { ...done, identity: "x" }) }),
    );
    expect(part).toMatchObject({ changes: [] });
    expect(part.noise).toEqual([
      "1 declared object of PowerShell steps: 1 changed; told with their steps",
      "known noise: 1 run mark updated (input.run says what was done)",
    ]);
  });

  test("that are moved are counted as renamed", () => {
    const moved = [{ from: "terraform_data.declared_a", to: "terraform_data.declared_b" }];
    const after = stack({ resource: declared({ b: mirror("a") }), moved });
    const part = synthesisChanges(stack({ resource: declared({ a: mirror("a") }) }), after);
    expect(part.noise).toEqual(["1 declared object of PowerShell steps: 1 renamed; told with their steps"]);
    expect(part.changes).toEqual([]);
  });

  test.each([
    ["a provisioner", { ...mirror("a"), provisioner: [{ "local-exec": { command: "curl x | sh" } }] }],
    ["a trigger", { ...mirror("a"), triggers_replace: "${timestamp()}" }],
    ["a lifecycle", { ...mirror("a"), lifecycle: { replace_triggered_by: ["x.y"] } }],
    ["an input of somebody else", mirror("a", { command: "x" })],
    ["no script", { input: { noun: "CsSipDomain" } }],
  ])("are not believed with %s: that could hide something that runs", (_what, body) => {
    expect(told(compare({}, declared({ a: body })))).toEqual(["added terraform_data.declared_a"]);
    expect(told(compare(declared({ a: mirror("a") }), declared({ a: body })))).toEqual([
      "changed terraform_data.declared_a",
    ]);
  });

  test("are known by their names: a terraform_data of the user is told as it is", () => {
    expect(told(compare({}, { terraform_data: { mine: mirror("a") } }))).toEqual(["added terraform_data.mine"]);
  });
});

describe("what changes nothing in the cloud", () => {
  test("is told in a line of its kind: data sources, checks and outputs", () => {
    const before = stack({
      data: { azuread_domains: { tenant: {} } },
      check: { a_is_verified: { assert: {} } },
      output: { id: { value: "x" } },
    });
    const after = stack({
      data: { azuread_domains: { tenant: { only_default: true } } },
      output: { other: { value: "y" } },
    });
    expect(synthesisChanges(before, after)).toEqual({
      from: "synthesis",
      changes: [],
      noise: [
        "data sources: data.azuread_domains.tenant changed; they only read",
        "checks: a_is_verified removed; they only warn",
        "outputs: id removed, other added; nothing is done by them",
      ],
    });
  });

  test("is not a data source that starts a program: that is a change", () => {
    const after = stack({ data: { external: { script: { program: ["sh", "-c", "x"] } } } });
    expect(told(synthesisChanges(stack({}), after))).toEqual(["changed data.external.script"]);
  });
});

describe("how and where everything is done", () => {
  const before = stack({
    terraform: {
      backend: { local: { path: "a.tfstate" } },
      required_providers: { azuread: { source: "hashicorp/azuread", version: "3.7.0" } },
    },
    provider: { azuread: [{}, { alias: "other", tenant_id: "1" }] },
  });

  test("is a change: a backend, with what to do lest everything is created twice", () => {
    const after = stack({
      ...JSON.parse(before.text),
      terraform: {
        backend: { azurerm: { key: "a.tfstate" } },
        required_providers: { azuread: { source: "hashicorp/azuread", version: "3.7.0" } },
      },
    } as never);
    const change = onlyChange(synthesisChanges(before, after));
    expect(change).toMatchObject({ action: "changed", address: "backend", type: "backend" });
    expect(change.values).toEqual([
      { name: "key", before: undefined, after: "a.tfstate" },
      { name: "kind", before: "local", after: "azurerm" },
      { name: "path", before: "a.tfstate", after: undefined },
    ]);
    expect(change.notes?.[0]).toMatch(
      /terraform init -migrate-state: with an empty state everything is created a second/,
    );
  });

  test("is a change: the wanted version of a provider and each setting of one, by its alias", () => {
    const after = stack({
      terraform: {
        backend: { local: { path: "a.tfstate" } },
        required_providers: { azuread: { source: "hashicorp/azuread", version: "3.8.0" } },
        required_version: ">= 1.9",
      },
      provider: { azuread: [{ use_oidc: true }, { alias: "other", tenant_id: "2" }] },
    });
    const part = synthesisChanges(before, after);
    expect(told(part)).toEqual([
      "changed provider.azuread",
      "changed provider.azuread.other",
      "changed required_providers.azuread",
      "changed terraform",
    ]);
    expect(part.changes[2]?.values).toEqual([{ name: "version", before: "3.7.0", after: "3.8.0" }]);
  });

  test("is a change: a local, a variable, a module, and a block of a later Terraform", () => {
    const after = stack({
      locals: { a: 1 },
      variable: { b: { default: 2 } },
      module: { c: { source: "./c" } },
      later: { d: [1] },
    });
    expect(told(synthesisChanges(stack({}), after))).toEqual([
      "changed later.d",
      "changed local.a",
      "changed module.c",
      "changed variable.b",
    ]);
  });
});
