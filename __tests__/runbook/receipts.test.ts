import { Baseline, baselineText, EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { addReceipts, Handover, parseHandover, refuseOtherStack } from "../../lib/runbook/receipts";
import { baselineOf, deployedObject, deployedStep, handoverOf, receipt, receiptObject } from "./recorded";

const PATH = "state/contoso.handover.json";
const PROVIDER = "CsHostingProvider/Office365";

function fileText(handover: Handover, part: object = {}): string {
  return JSON.stringify({ schema: 1, ...handover, ...part });
}

function parse(text: string): Handover {
  return parseHandover(PATH, text);
}

function provider(baseline: Baseline): unknown {
  return baseline.steps.find((step) => step.id === PROVIDER)?.objects[0];
}

describe("receipts that are added to the baseline", () => {
  test("change nothing the second time", () => {
    const handover = handoverOf(receipt(), receipt({ id: "CsSipDomain/contoso.com", state: "started" }));
    const once = addReceipts(EMPTY_BASELINE, handover);
    expect(baselineText(addReceipts(once, handover))).toBe(baselineText(once));
    expect(once.steps.map((step) => step.id)).toEqual([PROVIDER]);
  });

  test("make the same file whatever order the state folder lists them in", () => {
    const receipts = [receipt(), receipt({ id: "CsSipDomain/contoso.com" }), receipt({ id: "domain-lists/edge" })];
    const one = addReceipts(EMPTY_BASELINE, handoverOf(...receipts));
    const other = addReceipts(EMPTY_BASELINE, handoverOf(...receipts.reverse()));
    expect(baselineText(other)).toBe(baselineText(one));
  });

  test("leave a step alone that only started: nobody knows what it did", () => {
    const baseline = baselineOf(deployedStep());
    expect(addReceipts(baseline, handoverOf(receipt({ state: "started", digest: "b".repeat(64) })))).toEqual(baseline);
  });

  test("take a step out that was undone", () => {
    expect(addReceipts(baselineOf(deployedStep()), handoverOf(receipt({ state: "undone" }))).steps).toEqual([]);
  });

  test("keep the steps that they do not name", () => {
    const other = deployedStep({ id: "CsSipDomain/contoso.com" });
    const after = addReceipts(baselineOf(other, deployedStep()), handoverOf(receipt({ state: "undone" })));
    expect(after.steps).toEqual([other]);
  });

  test("hold nobody's name, note or machine, whatever the hand-over file says", () => {
    const people = { by: "Anna Lindqvist", note: "seen in Topology Builder", machine: "ADMIN-PC-07", user: "CONTOSO\\anna" };
    const text = fileText({ stack: "contoso", receipts: [{ ...receipt(), ...people }] }, people);
    expect(baselineText(addReceipts(EMPTY_BASELINE, parse(text)))).not.toMatch(/anna|lindqvist|topology|admin-pc/i);
  });

  test("hold no object of a transition: those are people", () => {
    const moved = receipt({
      id: "wave/pilot",
      shape: "transition",
      objects: [receiptObject({ noun: "CsUser", identity: "sip:anna@contoso.com" })],
    });
    expect(baselineText(addReceipts(EMPTY_BASELINE, handoverOf(moved)))).not.toContain("anna");
  });

  test("hold what a transition of the tenant itself found: a mode is no person", () => {
    const before = [{ name: "TeamsUpgradeEffectiveMode", value: "Islands" }];
    const granted = receipt({
      id: "CsTeamsUpgradePolicy-teams/Global",
      shape: "transition",
      objects: [receiptObject({ noun: "CsTeamsUpgradePolicy", identity: "Global", createdByUs: "no", before })],
    });
    const after = addReceipts(EMPTY_BASELINE, handoverOf(granted));
    expect(after.steps[0]?.objects).toMatchObject([{ noun: "CsTeamsUpgradePolicy", before }]);
  });

  test("leave out an entry that nobody declared and that the step took out", () => {
    const removed = receiptObject({ noun: "CsAllowedDomain", identity: "wingtip.com", settings: null });
    const after = addReceipts(EMPTY_BASELINE, handoverOf(receipt({ objects: [removed, receiptObject()] })));
    expect(after.steps[0]?.objects.map((object) => object.identity)).toEqual(["Office365"]);
  });
});

describe("a state folder that was lost", () => {
  const known = [{ name: "Enabled", value: false }];
  const found = receiptObject({ createdByUs: "no", before: [{ name: "Enabled", value: true }] });

  test("does not make foreign what we created", () => {
    const after = addReceipts(baselineOf(deployedStep()), handoverOf(receipt({ objects: [found] })));
    expect(provider(after)).toMatchObject({ createdByUs: "yes", before: [] });
  });

  test("does not overwrite what was there before the first write with our own values", () => {
    const adopted = deployedStep({ objects: [deployedObject({ createdByUs: "no", before: known })] });
    const after = addReceipts(baselineOf(adopted), handoverOf(receipt({ objects: [found] })));
    expect(provider(after)).toMatchObject({ createdByUs: "no", before: known });
  });

  test("knows an object again by its name in any case", () => {
    const lower = { ...found, identity: "office365" };
    const after = addReceipts(baselineOf(deployedStep()), handoverOf(receipt({ objects: [lower] })));
    expect(provider(after)).toMatchObject({ createdByUs: "yes" });
  });

  test("does not turn an object ours that was only intended", () => {
    const intended = deployedStep({ objects: [deployedObject({ createdByUs: "intended" })] });
    const after = addReceipts(baselineOf(intended), handoverOf(receipt({ objects: [found] })));
    expect(provider(after)).toMatchObject({ createdByUs: "no", before: found.before });
  });
});

describe("a retirement", () => {
  const retired = receipt({ id: `${PROVIDER}/retire`, phase: "90-retire", finished: "2026-03-02T10:00:00Z", objects: [] });

  test("that is done takes the retired step out and does not stand in the baseline itself", () => {
    expect(addReceipts(baselineOf(deployedStep()), handoverOf(receipt(), retired)).steps).toEqual([]);
  });

  test("of a part takes out that part alone", () => {
    const part = deployedStep({ id: "CsTenantFederationConfiguration/Global/shared-sip-address-space" });
    const done = receipt({ ...retired, id: `${part.id}-retire` });
    expect(addReceipts(baselineOf(deployedStep(), part), handoverOf(done)).steps).toEqual([deployedStep()]);
  });

  test("that only started leaves the step in", () => {
    const after = addReceipts(baselineOf(deployedStep()), handoverOf({ ...retired, state: "started" }));
    expect(after.steps.map((step) => step.id)).toEqual([PROVIDER]);
  });

  test("that is older than the step, declared and applied again, does not take it out", () => {
    const again = receipt({ finished: "2026-03-03T10:00:00Z" });
    expect(addReceipts(EMPTY_BASELINE, handoverOf(again, retired)).steps.map((step) => step.id)).toEqual([PROVIDER]);
  });

  test("is no name alone: a declared step called retire is an ordinary step", () => {
    const named = receipt({ id: "CsSipDomain/contoso.com/retire", phase: "10-prepare" });
    const after = addReceipts(EMPTY_BASELINE, handoverOf(named));
    expect(after.steps.map((step) => step.id)).toEqual(["CsSipDomain/contoso.com/retire"]);
  });
});

describe("a hand-over file", () => {
  test("is read back as it was written, with the byte order mark of a Windows editor", () => {
    const handover = handoverOf(receipt());
    expect(parse(`\ufeff${fileText(handover)}`)).toEqual(handover);
  });

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ["that is cut off", '{"schema": 1, "sta', /is no JSON/],
    ["of another version", fileText(handoverOf(), { schema: 2 }), /schema must be one of 1, got 2/],
    ["without receipts", '{"schema":1,"stack":"contoso"}', /receipts is missing/],
    ["whose step id leads elsewhere", fileText(handoverOf(receipt({ id: "../../etc" }))), /receipts\[0\]\.id must be/],
    ["whose digest is none", fileText(handoverOf(receipt({ digest: "abc" }))), /digest must be a SHA-256, got "abc"/],
    ["whose stack leads elsewhere", fileText({ stack: "../other", receipts: [] }), /stack must be the name of a stack/],
    ["whose stack is a folder", fileText({ stack: "..", receipts: [] }), /stack must be the name of a stack/],
    ["that names a step twice", fileText(handoverOf(receipt(), receipt({ id: PROVIDER.toLowerCase() }))), /twice/],
    ["that is a list", "[]", /it must be an object/],
  ];
  test.each(broken)("%s is refused with the file, the reason and the next move", (_, text, reason) => {
    const refusal = (): unknown => parse(text);
    expect(refusal).toThrow(reason);
    expect(refusal).toThrow(JSON.stringify(PATH));
    expect(refusal).toThrow("copy it from the state folder again; nothing was written");
  });

  test("of one stack is not added to the baseline of another", () => {
    const refusal = (): void => {
      refuseOtherStack("deployed/fabrikam.json", "contoso");
    };
    expect(refusal).toThrow('it belongs to "fabrikam"');
    expect(refusal).toThrow("--baseline deployed/contoso.json; nothing was written");
  });

  test("fits the baseline that is named after its stack, wherever it lies", () => {
    expect(() => {
      refuseOtherStack("elsewhere/contoso.JSON", "contoso");
    }).not.toThrow();
  });
});
