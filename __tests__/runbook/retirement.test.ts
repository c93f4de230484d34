import { Phase } from "../../lib/onprem/phase";
import { Shell } from "../../lib/onprem/shell";
import { Step } from "../../lib/onprem/step";
import { Baseline } from "../../lib/runbook/baseline";
import { RetirementContext, retirementSteps, withRemovals } from "../../lib/runbook/retirement";
import { someStep } from "../instruments/some-step";
import { baselineOf, deployedObject, deployedStep } from "./recorded";

const CONTEXT: RetirementContext = {
  moduleOf: (shell) => ({ name: shell === Shell.BY_HAND ? "" : "Lync", minimum: undefined }),
};

function taken(baseline: Baseline, declared: readonly Step[] = []): Step[] {
  return retirementSteps(declared, baseline, CONTEXT);
}

function only(steps: readonly Step[]): Step {
  const [step] = steps;
  if (step === undefined || steps.length > 1) throw new Error(`expected one step, got ${String(steps.length)}`);
  return step;
}

const ALLOWED = { noun: "CsAllowedDomain", settings: "5e771465" } as const;

function edgeLists(objects: Step["objects"] = []): Step {
  return someStep({ id: "domain-lists/edge", kind: "domain-lists-edge", shape: "list", identity: "", objects });
}

const deployedLists = deployedStep({
  id: "domain-lists/edge",
  phase: "20-federate",
  shape: "list",
  objects: [
    deployedObject({ ...ALLOWED, identity: "fabrikam.com", createdByUs: "no" }),
    deployedObject({ ...ALLOWED, identity: "northwind.com", createdByUs: "intended" }),
    deployedObject({ ...ALLOWED, identity: "wingtip.com", before: [{ name: "ProxyFqdn", value: "sip.wingtip.com" }] }),
  ],
});

describe("a list whose entry is no longer declared", () => {
  test("removes the entry that we added, with what undo needs", () => {
    expect(withRemovals(edgeLists(), baselineOf(deployedLists)).removals).toEqual([
      { noun: "CsAllowedDomain", identity: "wingtip.com", properties: { ProxyFqdn: "sip.wingtip.com" } },
    ]);
  });

  test("says so in its risk, and never looks milder than it was", () => {
    const baseline = baselineOf(deployedLists);
    expect(withRemovals(edgeLists(), baseline).risk).toEqual({
      level: "high",
      reason: "it removes wingtip.com from a list",
    });
    const critical = { ...edgeLists(), risk: { level: "critical", reason: "opens federation" } } as const;
    expect(withRemovals(critical, baseline).risk.level).toBe("critical");
  });

  test("keeps an entry that is declared still, in any case", () => {
    const declared = [{ noun: "CsAllowedDomain", identity: "WINGTIP.com", properties: {} }];
    expect(withRemovals(edgeLists(declared), baselineOf(deployedLists)).removals).toEqual([]);
  });

  test("removes nothing by what was undone", () => {
    expect(withRemovals(edgeLists(), baselineOf({ ...deployedLists, state: "undone" })).removals).toEqual([]);
  });

  test("removes nothing that another step added", () => {
    const tenant = { ...deployedLists, id: "domain-lists/tenant" };
    expect(withRemovals(edgeLists(), baselineOf(tenant)).removals).toEqual([]);
  });
});

describe("what a step built on, when the step is declared still", () => {
  const key = deployedStep({
    id: "PrincipalKey/00AA/lync-servers",
    objects: [deployedObject({ noun: "HybridPrincipalKey", identity: "tenant/app/00AA" })],
  });
  const assigned = deployedStep({ id: "CsCertificate/OAuthTokenIssuer", after: [key.id], objects: [] });
  const declared = someStep({ id: assigned.id, kind: "CsCertificate", objects: [] });

  test("goes after it: until it builds on something else, what it built on must stay", () => {
    expect(only(taken(baselineOf(key, assigned), [declared]))).toMatchObject({
      id: "PrincipalKey/00AA/lync-servers-retire",
      kind: "PrincipalKey",
      identity: "tenant/app/00AA",
      after: [assigned.id],
    });
  });

  test("waits for nothing that was undone or did not build on it", () => {
    expect(only(taken(baselineOf(key, { ...assigned, state: "undone" }), [declared])).after).toEqual([]);
    expect(only(taken(baselineOf(key, { ...assigned, after: [] }), [declared])).after).toEqual([]);
  });
});

describe("a partner application, whose two kinds share a name in ids", () => {
  const partner = (createdByUs: "yes" | "no"): Baseline =>
    baselineOf(
      deployedStep({
        id: "CsPartnerApplication/microsoft.exchange",
        objects: [
          deployedObject({
            noun: "CsPartnerApplication",
            identity: "microsoft.exchange",
            createdByUs,
            before: createdByUs === "yes" ? [] : [{ name: "Enabled", value: false }],
          }),
        ],
      }),
    );

  test("is removed where this runbook created it", () => {
    expect(only(taken(partner("yes")))).toMatchObject({ shape: "entity", retire: true, identity: "microsoft.exchange" });
  });

  test("is given back by hand where it was there: the baseline does not say which kind it is", () => {
    const step = only(taken(partner("no")));
    expect(step.shape).toBe("manual");
    expect(step.words.join("\n")).toContain("Enabled = false");
  });
});

describe("a list that is no longer declared at all", () => {
  test("is emptied of what we added and of nothing else", () => {
    const step = only(taken(baselineOf(deployedLists)));
    expect(step).toMatchObject({ id: "domain-lists/edge/retire", phase: Phase.RETIRE, shape: "list", objects: [] });
    expect(step.removals.map((removal) => removal.identity)).toEqual(["wingtip.com"]);
  });

  test("says that nothing is removed where nothing came from us", () => {
    const foreign = { ...deployedLists, objects: deployedLists.objects.slice(0, 2) };
    const step = only(taken(baselineOf(foreign)));
    expect(step.removals).toEqual([]);
    expect(step.title).toContain("nothing is removed");
    expect(step.risk.level).toBe("low");
  });
});

describe("an object that is no longer declared", () => {
  test("is removed when we created it", () => {
    const step = only(taken(baselineOf(deployedStep())));
    expect(step).toMatchObject({ id: "CsHostingProvider/Office365/retire", retire: true, identity: "Office365" });
    expect(step.phase).toBe(Phase.RETIRE);
    expect(step.title).toContain("is removed");
  });

  test("gets its captured values back, under the name it was found by, when we adopted it", () => {
    const adopted = deployedObject({
      createdByUs: "no",
      foundAs: "LyncOnline",
      before: [{ name: "EnabledSharedAddressSpace", value: false }],
    });
    const step = only(taken(baselineOf(deployedStep({ objects: [adopted] }))));
    expect(step).toMatchObject({ retire: false, identity: "LyncOnline", shape: "entity" });
    expect(step.objects).toEqual([
      { noun: "CsHostingProvider", identity: "LyncOnline", properties: { EnabledSharedAddressSpace: false } },
    ]);
  });

  test("that no cmdlet makes gets its values back under its bare name, and is never removed", () => {
    const before = [{ name: "FederationRoute", value: "EdgeServer:edge02.contoso.local" }];
    const site = deployedObject({ noun: "CsSite", identity: "HQ", createdByUs: "no", foundAs: "Site:HQ", before });
    const taking = (object: typeof site): Step =>
      only(taken(baselineOf(deployedStep({ id: "CsSite/HQ", phase: "10-prepare", objects: [object] }))));
    expect(taking(site)).toMatchObject({
      retire: false,
      shape: "entity",
      identity: "HQ",
      objects: [{ noun: "CsSite", identity: "HQ", properties: { FederationRoute: "EdgeServer:edge02.contoso.local" } }],
    });
    for (const none of [{ ...site, before: [] }, { ...site, createdByUs: "yes" as const, before: [] }]) {
      expect(taking(none)).toMatchObject({ shape: "manual", shell: Shell.BY_HAND, retire: false, module: "" });
    }
  });

  test.each([
    ["was captured", []],
    ["of what was captured can be written back", [{ name: "Enabled", value: { deep: true } }]],
  ])("is left to a person when nothing %s", (_, before) => {
    const adopted = deployedObject({ createdByUs: "no", before });
    const step = only(taken(baselineOf(deployedStep({ objects: [adopted] }))));
    expect(step).toMatchObject({ shape: "manual", shell: Shell.BY_HAND, retire: false });
    expect(step.words.join(" ")).toContain("is no longer declared");
  });

  test("that was the default SIP domain is given back by hand: the default would be taken from another", () => {
    const was = (isDefault: boolean): Step[] =>
      taken(
        baselineOf(
          deployedStep({
            id: "CsSipDomain/adatum.local",
            phase: "10-prepare",
            objects: [
              deployedObject({
                noun: "CsSipDomain",
                identity: "adatum.local",
                createdByUs: "no",
                before: [{ name: "IsDefault", value: isDefault }],
              }),
            ],
          }),
        ),
      );
    const step = only(was(true));
    expect([step.shape, step.shell]).toEqual(["manual", Shell.BY_HAND]);
    expect(step.words.join(" ")).toContain("IsDefault = true");
    expect(only(was(false)).shape).toBe("entity");
  });

  test("is not removed when its creation was only intended", () => {
    const intended = deployedObject({ createdByUs: "intended" });
    const step = only(taken(baselineOf(deployedStep({ objects: [intended] }))));
    expect(step).toMatchObject({ retire: false, shape: "manual" });
  });

  test("is not removed when another id declares it now", () => {
    const renamed = someStep({ id: "CsHostingProvider/Cloud" });
    expect(taken(baselineOf(deployedStep()), [renamed])).toEqual([]);
  });

  test("is not removed when a declared object may have adopted it: a person looks", () => {
    const other = someStep({
      id: "CsHostingProvider/Teams",
      identity: "Teams",
      objects: [{ noun: "CsHostingProvider", identity: "Teams", properties: { Enabled: true } }],
    });
    const step = only(taken(baselineOf(deployedStep()), [other]));
    expect(step).toMatchObject({ retire: false, shape: "manual" });
    expect(step.words.join(" ")).toContain("Teams is declared now");
  });
});

describe("what is taken back", () => {
  const domain = deployedStep({
    id: "CsSipDomain/contoso.com",
    objects: [deployedObject({ noun: "CsSipDomain", identity: "contoso.com" })],
  });
  const provider = deployedStep({ after: ["CsSipDomain/contoso.com"] });
  const wait = deployedStep({
    id: "cms-replication/edge01.contoso.local",
    shape: "operation",
    after: [provider.id],
    objects: [],
  });
  const tenantSwitch = deployedStep({
    id: "CsTenantFederationConfiguration/Global/shared-sip-address-space",
    shell: "teams",
    shape: "singleton",
    after: [wait.id],
    objects: [
      deployedObject({
        noun: "CsTenantFederationConfiguration",
        identity: "Global",
        createdByUs: "no",
        before: [{ name: "SharedSipAddressSpace", value: false }],
      }),
    ],
  });
  const all = baselineOf(domain, provider, wait, tenantSwitch);

  test("goes in the reverse of the order in which it came, also across the wait that needs no taking back", () => {
    const after = new Map(taken(all).map((step) => [step.id, step.after]));
    const switchId = "CsTenantFederationConfiguration/Global/shared-sip-address-space-retire";
    expect([...after.keys()].some((id) => id.startsWith("cms-replication"))).toBe(false);
    expect(after.get(switchId)).toEqual([]);
    expect(after.get("CsHostingProvider/Office365/retire")).toEqual([switchId]);
    expect(after.get("CsSipDomain/contoso.com/retire")).toEqual(["CsHostingProvider/Office365/retire", switchId]);
  });

  test("is nothing when everything is still declared", () => {
    const declared = all.steps.map((step) => someStep({ id: step.id }));
    expect(taken(all, declared)).toEqual([]);
  });

  test("is nothing without a baseline", () => {
    expect(taken(baselineOf(), [someStep()])).toEqual([]);
  });

  test("is nothing for a step that was undone", () => {
    expect(taken(baselineOf(deployedStep({ state: "undone" })))).toEqual([]);
  });

  test("of a manual step is told to a person in words", () => {
    const manual = deployedStep({ id: "publish-edge-federation/edge01.contoso.local", shape: "manual", objects: [] });
    const step = only(taken(baselineOf(manual)));
    expect(step).toMatchObject({ shape: "manual", kind: "manual", shell: Shell.BY_HAND, phase: Phase.RETIRE });
    expect(step.words[0]).toContain(manual.id);
  });

  test("of a kind that this version does not know is refused: a newer version wrote that baseline", () => {
    expect(() => taken(baselineOf(deployedStep({ id: "CsTrunk/Global" })))).toThrow(/no kind "CsTrunk".*update/);
  });
});

describe("a transition that is no longer declared", () => {
  const mode = {
    noun: "CsTeamsUpgradePolicy",
    identity: "Global",
    createdByUs: "no" as const,
    before: [{ name: "TeamsUpgradeEffectiveMode", value: "Islands" }],
  };
  const granted = deployedStep({
    id: "CsTeamsUpgradePolicy-teams/Global",
    phase: "10-prepare",
    shell: "teams",
    host: "contoso.onmicrosoft.com",
    shape: "transition",
    objects: [deployedObject(mode)],
  });

  test("is taken back by hand: the words say what was there before", () => {
    const step = only(taken(baselineOf(granted)));
    expect(step).toMatchObject({ kind: "manual", shape: "manual", phase: Phase.RETIRE, objects: [] });
    expect(step.words).toContain(
      'Before the first run CsTeamsUpgradePolicy Global had TeamsUpgradeEffectiveMode = "Islands".',
    );
    expect(step.words).toContain("Decide what has to be taken back, and do it.");
  });

  test("is not taken back while the same object is declared under another id", () => {
    const objects = [{ noun: mode.noun, identity: mode.identity, properties: { TeamsUpgradeEffectiveMode: "SfBOnly" } }];
    const step = someStep({ id: "other/Global", shell: Shell.TEAMS, shape: "transition", objects });
    expect(taken(baselineOf(granted), [step])).toEqual([]);
  });
});
