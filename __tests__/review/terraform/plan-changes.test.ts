import { review } from "../../../lib/review/diff";
import { planChanges } from "../../../lib/review/terraform/plan-changes";
import { manifestOf } from "../manifests";
import { planned, planText, readPlan } from "./plans";
import { group, mirror, onlyChange, PEM, told } from "./stacks";

describe("a plan", () => {
  test("that does nothing has no change and no noise", () => {
    const same = { before: group(), after: group() };
    expect(readPlan([planned({ actions: ["no-op"], ...same })])).toEqual({ from: "plan", changes: [], noise: [] });
  });

  test("tells what is created, changed, destroyed and replaced, in order of the addresses", () => {
    const [before, after] = [{ description: "a" }, { description: "b" }];
    const part = readPlan([
      planned({ address: "azuread_group.d", actions: ["create", "delete"], before, after }),
      planned({ address: "azuread_group.c", actions: ["delete", "create"], before, after }),
      planned({ address: "azuread_group.b", actions: ["delete"], before }),
      planned({ address: "azuread_group.a", actions: ["update"], before, after }),
      planned({ address: "azuread_application.z", actions: ["create"], after }),
    ]);
    expect(told(part)).toEqual([
      "added azuread_application.z",
      "changed azuread_group.a",
      "removed azuread_group.b",
      "replaced azuread_group.c",
      "replaced azuread_group.d",
    ]);
    expect(part.changes[4]?.notes).toEqual(["the new one is created before the old one is destroyed"]);
  });

  test("names what forces a new object, and shows that before everything else", () => {
    const change = onlyChange(
      readPlan([
        planned({
          address: "azuread_application_certificate.a",
          actions: ["delete", "create"],
          before: { aaa: 1, id: "1", value: PEM },
          after: { aaa: 2, value: `${PEM}x` },
          change: { replace_paths: [["value"], ["rule", 0, "name"]], after_unknown: { id: true } },
        }),
      ]),
    );
    expect(change.notes).toEqual(["a new one is forced by: value, rule[0].name"]);
    expect(change.values.map(({ name }) => name)).toEqual(["value", "aaa", "id"]);
    expect(change.values[2]).toEqual({ name: "id", before: "1", after: "(known after apply)" });
  });

  test.each([
    ["replace_because_tainted", /damaged \(tainted\)/],
    ["replace_by_request", /asked for it/],
    ["replace_by_triggers", /replace_triggered_by/],
  ])("says why it replaces what nobody changed: %s", (reason, words) => {
    const same = { before: group(), after: group() };
    const change = planned({ actions: ["delete", "create"], ...same, entry: { action_reason: reason } });
    expect(onlyChange(readPlan([change])).notes?.join()).toMatch(words);
  });

  test("knows an object by its former address: a move, and a change beside it if there is one", () => {
    const entry = { previous_address: "azuread_group.old" };
    const same = { before: group(), after: group() };
    expect(told(readPlan([planned({ actions: ["no-op"], ...same, entry })]))).toEqual([
      "moved azuread_group.old -> azuread_group.pilot",
    ]);
    expect(told(readPlan([planned({ actions: ["update"], before: group(), after: {}, entry })]))).toEqual([
      "moved azuread_group.old -> azuread_group.pilot",
      "changed azuread_group.pilot",
    ]);
  });

  test("that lets go of an object, or takes over what exists, neither destroys nor creates", () => {
    expect(onlyChange(readPlan([planned({ actions: ["forget"], before: group() })]))).toMatchObject({
      action: "changed",
      notes: ["it is not destroyed: Terraform forgets it"],
    });
    const same = { before: group(), after: group() };
    const taken = planned({ actions: ["no-op"], ...same, change: { importing: { id: "/groups/1" } } });
    expect(onlyChange(readPlan([taken])).notes).toEqual(["what exists is taken over: import of /groups/1"]);
    const both = planned({ actions: ["create", "forget"], before: group(), after: group() });
    expect(onlyChange(readPlan([both]))).toMatchObject({
      action: "replaced",
      notes: ["the old one is not destroyed: Terraform forgets it"],
    });
  });

  test("that destroys what an interrupted replacement left names it apart", () => {
    const change = onlyChange(readPlan([planned({ actions: ["delete"], before: {}, entry: { deposed: "1a2b" } })]));
    expect(change).toMatchObject({ action: "removed", address: "azuread_group.pilot (deposed 1a2b)" });
    expect(change.notes).toEqual(["it is what an interrupted replacement left behind"]);
  });

  test("warns of a provisioner: what that runs stands in no plan", () => {
    const configuration = { root_module: { resources: [{ address: "azuread_group.pilot", provisioners: [{}] }] } };
    const change = planned({ actions: ["create"], after: group() });
    expect(onlyChange(readPlan([change], { configuration })).notes?.[0]).toMatch(/stands in no plan/);
  });

  test("is judged like every other change of a review", () => {
    const terraform = readPlan([planned({ actions: ["delete"], before: group() })]);
    const [item] = review(manifestOf([]), manifestOf([]), { terraform }).items;
    expect(item).toMatchObject({ sign: "-", what: "azuread_group.pilot is destroyed." });
    expect(item?.risk.level).toBe("high");
    expect(item?.details).toContain("display_name: Pilot");
  });
});

describe("what a plan marks as sensitive", () => {
  const secret = "hunter2";

  test("is never shown, whole, nested, in a list or in a place that comes or goes", () => {
    const nested = (word: string): object => ({ all: word, one: [{ deep: word, open: "x" }], list: ["a", word] });
    const marks = { all: true, one: [{ deep: true }], list: [false, true] };
    const part = readPlan([
      planned({
        actions: ["update"],
        before: nested(secret) as never,
        after: nested(`${secret}3`) as never,
        change: { before_sensitive: marks, after_sensitive: marks },
      }),
      planned({
        actions: ["create"],
        after: nested(secret) as never,
        change: { before_sensitive: false, after_sensitive: true },
      }),
      planned({
        actions: ["delete"],
        before: nested(secret) as never,
        change: { before_sensitive: marks, after_sensitive: false },
      }),
    ]);
    expect(JSON.stringify(part)).not.toContain(secret);
    expect(part.changes[0]?.values).toEqual([
      { name: "all", before: "(sensitive)", after: "(sensitive)" },
      { name: "list", before: ["a", "(sensitive)"], after: ["a", "(sensitive)"] },
      { name: "one", before: '[{"deep":"(sensitive)","open":"x"}]', after: '[{"deep":"(sensitive)","open":"x"}]' },
    ]);
  });

  test("is told as a change although both sides look the same, and not where nothing differs", () => {
    const change = { before_sensitive: { value: true }, after_sensitive: { value: true } };
    const update = (after: string): ReturnType<typeof planned> =>
      planned({ actions: ["update"], before: { value: "a", other: 1 }, after: { value: after, other: 2 }, change });
    expect(onlyChange(readPlan([update("b")])).values.map(({ name }) => name)).toEqual(["other", "value"]);
    expect(onlyChange(readPlan([update("a")])).values.map(({ name }) => name)).toEqual(["other"]);
  });

  test("is not shown although the provider forgot to mark it, where its name says what it is", () => {
    const change = planned({ actions: ["create"], after: { password: secret } });
    expect(JSON.stringify(readPlan([change]))).not.toContain(secret);
  });

  test("is followed by what nobody knows yet, also inside a value", () => {
    const change = planned({
      actions: ["update"],
      before: { a: { b: 1 }, c: 1, z: 1 },
      after: { a: {}, z: 2 },
      change: { after_unknown: { a: { b: true }, c: true } },
    });
    expect(onlyChange(readPlan([change])).values).toEqual([
      { name: "a", before: '{"b":1}', after: '{"b":"(known after apply)"}' },
      { name: "z", before: 1, after: 2 },
      { name: "c", before: 1, after: "(known after apply)" },
    ]);
  });

  test("and what the cloud decides or nobody set is left out of what is created", () => {
    const after = { display_name: "Pilot", members: [], notes: null, dynamic_membership: {} };
    const change = planned({ actions: ["create"], after, change: { after_unknown: { id: true } } });
    expect(onlyChange(readPlan([change])).values.map(({ name }) => name)).toEqual(["display_name"]);
  });
});

describe("what a plan says beside its changes", () => {
  const state = (identity: string, input = {}): Record<string, unknown> => ({
    id: "1",
    triggers_replace: null,
    ...mirror(identity, input),
  });
  const declared = (name: string): string => `terraform_data.declared_${name}`;

  test("is counted where it mirrors steps: created, changed, destroyed, and marks of what was run", () => {
    const known = { change: { after_unknown: { output: true } } };
    const part = readPlan([
      planned({ address: declared("a"), actions: ["create"], after: state("a"), ...known }),
      planned({
        address: declared("b"),
        actions: ["update"],
        before: state("b"),
        after: state("b", { run: "done 1" }),
        ...known,
      }),
      planned({
        address: declared("c"),
        actions: ["update"],
        before: state("c"),
        after: state("c", { settings: { A: 1 } }),
        ...known,
      }),
      planned({ address: declared("d"), actions: ["delete"], before: { ...state("d"), output: {} } }),
    ]);
    expect(part).toEqual({
      from: "plan",
      changes: [],
      noise: [
        "3 declared objects of PowerShell steps: 1 added, 1 changed, 1 removed; told with their steps",
        "known noise: 1 run mark updated (input.run says what was done)",
      ],
    });
  });

  test("does not hide a mirror that runs something or stands in a module", () => {
    const change = { address: declared("a"), actions: ["create"], after: state("a") };
    const configuration = { root_module: { resources: [{ address: declared("a"), provisioners: [{}] }] } };
    expect(told(readPlan([planned(change)], { configuration }))).toEqual([`added ${declared("a")}`]);
    expect(readPlan([planned({ ...change, entry: { module_address: "module.x" } })]).changes).toHaveLength(1);
    const trigger = { ...change, after: { ...state("a"), triggers_replace: "now" } };
    expect(readPlan([planned(trigger)]).changes).toHaveLength(1);
  });

  test("is a line each: drift, reads, outputs, checks and that it is not complete", () => {
    const read = planned({
      address: "azuread_domains.tenant",
      actions: ["read"],
      entry: { mode: "data", address: "data.azuread_domains.tenant" },
    });
    const part = readPlan([read], {
      complete: false,
      resource_drift: [
        planned({ address: "azuread_group.b", actions: ["delete"], before: {} }),
        planned({ address: "azuread_group.a", actions: ["update"], before: {}, after: {} }),
        planned({ address: "azuread_group.c", actions: ["no-op"], before: {}, after: {} }),
      ],
      output_changes: { id: { actions: ["create"] }, same: { actions: ["no-op"] } },
      checks: [
        { address: { to_display: "check.c" }, status: "unknown" },
        {
          address: { to_display: "check.b" },
          status: "fail",
          instances: [{ problems: [{ message: "not\n verified" }] }],
        },
        { address: { to_display: "check.a" }, status: "pass" },
        { address: { to_display: "check.d" }, status: "error", instances: [{}] },
      ],
    });
    expect(part.changes).toEqual([]);
    expect(part.noise).toEqual([
      "this plan is not complete: after its apply another plan has more to do",
      "changed outside of Terraform: azuread_group.a, azuread_group.b (it is gone)",
      "data sources read during apply: data.azuread_domains.tenant",
      "outputs that differ: id; nothing is done by them",
      "check.b fails: not verified",
      "check.c cannot be told before the apply",
      "check.d ends with error",
    ]);
  });
});

describe("a file that is not a plan as JSON", () => {
  test.each([
    [
      "the plan file itself",
      "PK\u0003\u0004",
      /"plan\.json" is not a plan as JSON: it is the plan file itself; write it with terraform show -json/,
    ],
    ["what a person reads", "Terraform will perform", /it is no JSON/],
    ["a list", "[]", /it must be an object/],
    ["JSON of something else", '{"stack":"contoso"}', /it has no format_version/],
    ["a format of tomorrow", '{"format_version":"2.0"}', /format_version is 2\.0, which this version does not know/],
    ["a state", '{"format_version":"1.0","values":{}}', /it plans nothing: it is a state/],
    [
      "the plan of a run that failed",
      planText([], { errored: true }),
      /plan of a run that failed: it lacks what came after/,
    ],
    [
      "changes without actions",
      planText([{ ...planned({ actions: [] }), change: {} }]),
      /resource_changes\[0\]\.change\.actions is missing/,
    ],
    [
      "an action of tomorrow",
      planText([planned({ actions: ["explode"] })]),
      /has the action "explode", which this version does not/,
    ],
    [
      "brackets without end",
      `{"format_version":"1.0","x":${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
      /nested too deeply/,
    ],
  ])("is refused: %s", (_what, text, words) => {
    expect(() => planChanges({ path: "plan.json", text })).toThrow(words);
  });
});

test("a plan of 5,000 changes is read within the time of a test, and the same way twice", () => {
  const marks = { before_sensitive: { a: true }, after_sensitive: { a: true } };
  const changes = Array.from({ length: 5_000 }, (_, at) =>
    planned({
      address: `azuread_group.g${at}`,
      actions: ["update"],
      before: group({ a: 1 }),
      after: group({ a: 2 }),
      change: marks,
    }),
  );
  const part = readPlan(changes);
  expect(part.changes).toHaveLength(5_000);
  expect(readPlan(changes)).toEqual(part);
});

test("names that every object answers to are names like others", () => {
  const text = planText([planned({ address: "azuread_group.constructor", actions: ["create"] })]).replace(
    '"after":null',
    '"after":{"__proto__":"x","constructor":"y"}',
  );
  const change = onlyChange(planChanges({ path: "plan.json", text }));
  expect(change.values.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
});
