import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceText } from "../../../lib/review/terraform/source-text";
import { synthesisChanges } from "../../../lib/review/terraform/synthesis-changes";
import { sourceText } from "../../../lib/cli/runbook-texts";
import { synthContoso } from "../../instruments/contoso";
import { compare, group, onlyChange, PEM, resources, stack, told } from "./stacks";

describe("two syntheses", () => {
  test("that say the same differ in nothing, in whatever order and whatever cdktf notes beside", () => {
    const before = resources({ azuread_group: { pilot: group(), all: group() } });
    const bare = { security_enabled: true, display_name: "Pilot" };
    const after = resources({ azuread_group: { all: bare, pilot: bare } });
    expect(synthesisChanges(before, after)).toEqual({ from: "synthesis", changes: [], noise: [] });
  });

  test("tell what comes, goes and changes, in order of the addresses", () => {
    const before = { azuread_group: { gone: group(), kept: group() }, azuread_application: { same: {} } };
    const after = {
      azuread_application: { same: {} },
      azuread_group: { new: group({ description: "x" }), kept: group({ description: "Pilot" }) },
    };
    const part = compare(before, after);
    expect(told(part)).toEqual(["removed azuread_group.gone", "changed azuread_group.kept", "added azuread_group.new"]);
    expect(part.changes[1]).toMatchObject({
      type: "azuread_group",
      values: [{ name: "description", before: undefined, after: "Pilot" }],
    });
    expect(part.changes[0]?.values).toContainEqual({ name: "display_name", before: "Pilot", after: undefined });
  });

  test("of real stacks tell one changed description, and the partner only as noise", () => {
    const texts = [{}, { groupDescription: "Another.", allowed: ["fabrikam.com", "northwindtraders.com"] }].map(
      (options) => sourceText(join(synthContoso(options).stackDir, "cdk.tf.json")),
    );
    const part = synthesisChanges(texts[0], texts[1]);
    expect(told(part)).toEqual(["changed azuread_group.contoso-hybrid-pilot"]);
    expect(part.noise).toEqual(["3 declared objects of PowerShell steps: 2 added, 1 changed; told with their steps"]);
  });

  test("show nested values as JSON, lists of texts as lists, and null as not set", () => {
    const before = { azuread_application: { app: { web: [{ b: 1, a: null }], tags: ["a"], notes: null } } };
    const after = { azuread_application: { app: { web: [{ a: null, b: 2 }], tags: ["a", "b"] } } };
    expect(onlyChange(compare(before, after)).values).toEqual([
      { name: "tags", before: ["a"], after: ["a", "b"] },
      { name: "web", before: '[{"a":null,"b":1}]', after: '[{"a":null,"b":2}]' },
    ]);
  });

  test("shorten a long text to its length and digest, so that two of them can be told apart", () => {
    const [change] = compare({}, { azuread_group: { pilot: group({ description: "x".repeat(201) }) } }).changes;
    expect(change?.values[0]?.after).toMatch(/^\(text, 201 characters, sha256 [0-9a-f]{12}\)$/);
  });

  test("never show what is called like a secret, however deep it stands", () => {
    const secret = "hunter2";
    const body = { password: secret, provider_settings: { nested: [{ client_secret: secret, token: secret }] } };
    const before = stack({
      resource: { azuread_user: { u: body } },
      terraform: { backend: { http: { password: "old" } } },
    });
    const after = stack({
      terraform: { backend: { http: { password: secret } } },
      provider: { azuread: [{ client_secret: secret }] },
    });
    for (const part of [synthesisChanges(before, after), synthesisChanges(after, before)]) {
      expect(part.changes).toHaveLength(3);
      expect(JSON.stringify(part)).not.toContain(secret);
      expect(JSON.stringify(part)).toContain("(sensitive)");
    }
  });

  test("never show the value of a local or a variable that is a secret by its name or its mark", () => {
    const declared = (secret: string): SourceText =>
      stack({
        locals: { db_password: secret },
        variable: { a: { sensitive: true, default: secret }, token: { default: secret } },
      });
    const part = synthesisChanges(declared("hunter2"), declared("hunter3"));
    expect(told(part)).toEqual(["changed local.db_password", "changed variable.a", "changed variable.token"]);
    expect(JSON.stringify(part)).not.toContain("hunter");
  });

  test("say the same in the other direction as the opposite", () => {
    const [left, right] = [{ azuread_group: { a: group() } }, { azuread_group: { b: group({ description: "b" }) } }];
    expect(told(compare(left, right))).toEqual(["removed azuread_group.a", "added azuread_group.b"]);
    expect(told(compare(right, left))).toEqual(["added azuread_group.a", "removed azuread_group.b"]);
  });
});

describe("a side that is missing", () => {
  const full = stack({
    terraform: { backend: { local: { path: "x" } }, required_providers: { azuread: { version: "3.7.0" } } },
    provider: { azuread: [{}] },
    resource: { azuread_group: { pilot: group() } },
  });

  test("declares nothing: everything comes or goes, and neither backend nor provider is a change", () => {
    expect(told(synthesisChanges(undefined, full))).toEqual(["added azuread_group.pilot"]);
    expect(told(synthesisChanges(full, undefined))).toEqual(["removed azuread_group.pilot"]);
    expect(synthesisChanges(undefined, undefined).changes).toEqual([]);
  });
});

describe("a replacement is told", () => {
  const certificate = (attributes: object): object => ({
    application_id: "${azuread_application.a.id}",
    ...attributes,
  });
  const replace = (before: object, after: object): ReturnType<typeof onlyChange> =>
    onlyChange(
      compare(
        { azuread_application_certificate: { a: certificate(before) } },
        { azuread_application_certificate: { a: certificate(after) } },
      ),
    );

  test("of a certificate whose value is another one, and names what forces it", () => {
    const change = replace({ value: PEM }, { value: PEM.replace("MII", "MIJ") });
    expect(change).toMatchObject({ action: "replaced", notes: ["a new one is forced by: value"] });
    expect(change.values[0]?.after).toMatch(/^\(PEM text, 714 characters, sha256 [0-9a-f]{12}\)$/);
    expect(change.values[0]?.after).not.toBe(change.values[0]?.before);
  });

  test("not where a reference only reads otherwise: it may lead to the same value", () => {
    const change = replace({}, { application_id: "${azuread_application.b.id}" });
    expect(change).toMatchObject({ action: "changed", notes: [] });
  });

  test("not where one side says nothing: it may have been the default", () => {
    expect(replace({}, { encoding: "pem" }).action).toBe("changed");
  });

  test("not where the lifecycle ignores the change, and says that instead", () => {
    const lifecycle = { ignore_changes: ["value"] };
    expect(replace({ value: "a", lifecycle }, { value: "b", lifecycle })).toMatchObject({
      action: "changed",
      notes: ["lifecycle.ignore_changes leaves alone: value"],
    });
  });

  test("not of an attribute that the documents do not name", () => {
    const change = onlyChange(
      compare({ azuread_group: { a: group() } }, { azuread_group: { a: group({ display_name: "x" }) } }),
    );
    expect(change.action).toBe("changed");
  });
});

describe("another name for a resource", () => {
  const before = resources({
    azuread_application: { old: { display_name: "a" } },
    azuread_service_principal: { p: { client_id: "${azuread_application.old.client_id}" } },
  });
  const renamed = {
    azuread_application: { new: { display_name: "a" } },
    azuread_service_principal: { p: { client_id: "${azuread_application.new.client_id}" } },
  };
  const moved = [{ from: "azuread_application.old", to: "azuread_application.new" }];

  test("with a moved block is a move, and what refers to it does not change", () => {
    const part = synthesisChanges(before, stack({ resource: renamed, moved }));
    expect(told(part)).toEqual(["moved azuread_application.old -> azuread_application.new"]);
    expect(part.changes[0]?.values).toEqual([]);
  });

  test("over two moved blocks is one move", () => {
    const chain = [
      { from: "azuread_application.old", to: "azuread_application.between" },
      { from: "azuread_application.between", to: "azuread_application.new" },
    ];
    expect(told(synthesisChanges(before, stack({ resource: renamed, moved: chain })))).toHaveLength(1);
  });

  test("with another value is a move and a change", () => {
    const resource = { ...renamed, azuread_application: { new: { display_name: "b" } } };
    expect(told(synthesisChanges(before, stack({ resource, moved })))).toEqual([
      "moved azuread_application.old -> azuread_application.new",
      "changed azuread_application.new",
    ]);
  });

  test("without a moved block is destroyed and created, and both say what would keep it", () => {
    const part = synthesisChanges(before, stack({ resource: renamed }));
    const way = "a moved block from azuread_application.old to azuread_application.new would keep it and its id";
    expect(told(part)).toEqual([
      "added azuread_application.new",
      "removed azuread_application.old",
      "changed azuread_service_principal.p",
    ]);
    expect(part.changes[0]?.notes).toEqual([`azuread_application.old is destroyed and declared the same: ${way}`]);
    expect(part.changes[1]?.notes).toEqual([`azuread_application.new is created with the same declaration: ${way}`]);
  });

  test("is one move where two moved blocks claim the same: the other is created", () => {
    const claims = ["b", "c"].map((name) => ({ from: "azuread_group.a", to: `azuread_group.${name}` }));
    const after = stack({ resource: { azuread_group: { b: group(), c: group() } }, moved: claims });
    expect(told(synthesisChanges(resources({ azuread_group: { a: group() } }), after))).toEqual([
      "moved azuread_group.a -> azuread_group.b",
      "added azuread_group.c",
    ]);
  });

  test("is no guess where two could be meant", () => {
    const part = compare({ azuread_group: { a: group() } }, { azuread_group: { b: group(), c: group() } });
    expect(part.changes.flatMap(({ notes }) => notes)).toEqual([]);
  });

  test("is no move where the blocks run in a circle, name another type or speak of earlier days", () => {
    const circle = [
      { from: "azuread_application.b", to: "azuread_application.new" },
      { from: "azuread_application.new", to: "azuread_application.b" },
    ];
    const type = [{ from: "azuread_service_principal.p", to: "azuread_application.new" }];
    for (const blocks of [circle, type]) {
      const part = synthesisChanges(before, stack({ resource: renamed, moved: blocks }));
      expect(told(part)).toContain("removed azuread_application.old");
    }
    const after = stack({ resource: renamed, moved });
    expect(told(synthesisChanges(after, after))).toEqual([]);
  });
});

describe("who looks after a resource", () => {
  const pilot = { azuread_group: { pilot: group() } };

  test("is let go without being destroyed where a removed block says so", () => {
    const released = stack({ removed: [{ from: "azuread_group.pilot", lifecycle: { destroy: false } }] });
    expect(onlyChange(synthesisChanges(resources(pilot), released))).toMatchObject({
      action: "changed",
      notes: ["it is not destroyed: Terraform forgets it"],
    });
  });

  test("is destroyed where the removed block does not keep it", () => {
    const removed = stack({ removed: [{ from: "azuread_group.pilot", lifecycle: { destroy: true } }] });
    expect(told(synthesisChanges(resources(pilot), removed))).toEqual(["removed azuread_group.pilot"]);
  });

  test("is taken over where an import block says so", () => {
    const taken = stack({ resource: pilot, import: [{ to: "${azuread_group.pilot}", id: "/groups/1" }] });
    expect(onlyChange(synthesisChanges(resources({}), taken))).toMatchObject({
      action: "changed",
      notes: ["what exists is taken over: import of /groups/1"],
    });
  });
});

describe("a text that is not the Terraform of a stack", () => {
  const refused = (text: string): (() => unknown) => {
    return () => synthesisChanges(undefined, { path: "out/cdk.tf.json", text });
  };

  test.each([
    ["no JSON", "{", /"out\/cdk\.tf\.json" is not the Terraform of a stack, cdk\.tf\.json: it is no JSON/],
    ["a list", "[]", /it must be one object; run cdktf synth again/],
    ["resources that are a text", '{"resource":"x"}', /resource must be an object or a list of objects/],
    ["a resource that is a number", '{"resource":{"a":{"b":1}}}', /resource\.a\.b must be an object/],
    ["a resource twice", '{"resource":[{"a":{"b":{}}},{"a":{"b":{}}}]}', /a\.b is declared twice/],
    ["a move to nowhere", '{"moved":[{"from":"a.b"}]}', /to must be a text/],
    [
      "more brackets than anybody declares",
      `{"locals":{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}}`,
      /nested too deeply/,
    ],
  ])("is refused: %s", (_what, text, words) => {
    expect(refused(text)).toThrow(words);
  });

  test("is read behind a byte order mark all the same", () => {
    expect(refused('\ufeff{"resource":{}}')).not.toThrow();
  });
});

describe("hostile names and sizes", () => {
  test("a resource may be called what every object answers to", () => {
    const text = '{"resource":{"__proto__":{"constructor":{"__proto__":"a","toString":"b"}}}}';
    const part = synthesisChanges(undefined, { path: "x", text });
    expect(told(part)).toEqual(["added __proto__.constructor"]);
    expect(part.changes[0]?.values.map(({ name }) => name)).toEqual(["__proto__", "toString"]);
  });

  test("5,000 resources of which each changes are compared within the time of a test, and the same way twice", () => {
    const many = (description: string): object =>
      Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`g${at}`, group({ description })]));
    const part = compare({ azuread_group: many("a") }, { azuread_group: many("b") });
    expect(part.changes).toHaveLength(5_000);
    expect(compare({ azuread_group: many("a") }, { azuread_group: many("b") })).toEqual(part);
  });

  test("the committed stacks differ in nothing from themselves", () => {
    for (const name of ["contoso", "contoso-small", "contoso-group", "contoso-enterprise"]) {
      const path = join(__dirname, "..", "..", "golden", name, "cdk.tf.json");
      const source = { path, text: readFileSync(path, "utf8") };
      expect(synthesisChanges(source, source)).toEqual({ from: "synthesis", changes: [], noise: [] });
    }
  });
});
