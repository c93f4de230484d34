import { Phase } from "../../lib/onprem/phase";
import { Shell } from "../../lib/onprem/shell";
import { Step } from "../../lib/onprem/step";
import { nothing, review } from "../../lib/review/diff";
import { renderMarkdown } from "../../lib/review/markdown-rendering";
import { renderText } from "../../lib/review/text-rendering";
import { someStep } from "../instruments/some-step";
import { appliedBaseline, contosoManifest, expectOnFirstScreen, itemAbout, manifestOf } from "./manifests";

const before = contosoManifest();

describe("an address space that is no longer shared", () => {
  const baseline = appliedBaseline(before);
  const after = contosoManifest({ baseline, shared: false, homedUsers: null });
  const compared = review(contosoManifest({ baseline }), after);

  test("is critical, and says what people lose", () => {
    expect(compared.risk).toBe("critical");
    expect(itemAbout(compared, "CsHostingProvider Office365").risk.level).toBe("critical");
    expect(itemAbout(compared, "CsTenantFederationConfiguration Global").risk).toMatchObject({ level: "critical" });
  });

  test("stands in 90-retire and is told as taken back, not as lost", () => {
    const item = itemAbout(compared, "CsHostingProvider Office365");
    expect(item).toMatchObject({ sign: "-", steps: ["CsHostingProvider/Office365/retire"] });
    expect(item.what).toMatch(/^Taken back: .*is removed/);
    expect(after.steps.find((step) => step.id === item.steps[0])?.phase).toBe(Phase.RETIRE);
    expect(compared.items.some(({ what }) => what.includes("nothing takes back"))).toBe(false);
  });

  test("says risk, actors, people and undo on the first screen of both renderings", () => {
    const actors = ["on-premises administrator", "tenant administrator"];
    expect(compared.actors).toEqual(actors);
    expectOnFirstScreen(compared, "CRITICAL", "2 people must act", ...actors, "Office365", "60 (");
    expect(itemAbout(compared, "CsHostingProvider Office365").undo.possible).toBe("yes");
  });

  test("is told as left where no baseline knows what was applied", () => {
    const left = review(before, contosoManifest({ shared: false, homedUsers: null }));
    const item = itemAbout(left, "CsHostingProvider/Office365");
    expect(item).toMatchObject({ sign: "-", doers: [], risk: { level: "medium" } });
    expect(item.what).toContain("nothing takes back what it set");
  });

  test("declared again takes the retirement away, and that is one change and no second one", () => {
    const back = review(after, contosoManifest({ baseline }));
    expect(back.items.some(({ what }) => what.startsWith("New: Microsoft 365 is the hosting provider"))).toBe(true);
    expect(back.items.some(({ steps }) => steps.some((id) => id.endsWith("retire")))).toBe(false);
  });
});

describe("a provider that is taken out and was adopted", () => {
  const provider = someStep();
  const byHand = someStep({
    id: "CsHostingProvider/Office365/retire",
    kind: "manual",
    shape: "manual",
    phase: Phase.RETIRE,
    shell: Shell.BY_HAND,
    words: ["Decide what has to be taken back, and do it."],
    objects: [],
    users: { total: undefined, byHome: {}, byPool: {}, voice: undefined },
  });
  const compared = review(manifestOf([provider]), manifestOf([byHand]));

  test("is critical also where a person decides about it", () => {
    expect(compared.items.filter(({ steps }) => steps.length > 0).length).toBe(1);
    expect(compared.items[0]).toMatchObject({ risk: { level: "critical" }, sign: "-" });
  });

  test("is done by whoever did what is taken back, and touches the same people", () => {
    expect(compared.actors).toEqual(["on-premises administrator"]);
    expect(compared.items[0]?.people).toMatch(/^60 /);
  });
});

/** What one property of one object takes as its value, and how bad that is. */
const VALUES: readonly (readonly [string, string, Step["objects"][number]["properties"], Step["objects"][number]["properties"], string])[] = [
  ["switches sharing off in the tenant", "CsTenantFederationConfiguration", { SharedSipAddressSpace: true }, { SharedSipAddressSpace: false }, "critical"],
  ["switches the provider off", "CsHostingProvider", { Enabled: true }, { Enabled: false }, "critical"],
  ["discovers partners by DNS", "CsAccessEdgeConfiguration", { EnablePartnerDiscovery: false }, { EnablePartnerDiscovery: true }, "critical"],
  ["cuts off every partner", "CsAccessEdgeConfiguration", { AllowFederatedUsers: true }, { AllowFederatedUsers: false }, "high"],
  ["moves the provider's proxy", "CsHostingProvider", { ProxyFqdn: "a.example" }, { ProxyFqdn: "b.example" }, "high"],
  ["opens federation in the tenant", "CsTenantFederationConfiguration", { AllowedDomains: ["a.example"] }, { AllowedDomains: "Open" }, "critical"],
  ["closes federation in the tenant", "CsTenantFederationConfiguration", { AllowedDomains: "Open" }, { AllowedDomains: ["a.example"] }, "high"],
  ["lets nobody federate in the tenant", "CsTenantFederationConfiguration", { AllowedDomains: ["a.example"] }, { AllowedDomains: "NoDomains" }, "high"],
  ["opens a tenant that let nobody federate", "CsTenantFederationConfiguration", { AllowedDomains: "NoDomains" }, { AllowedDomains: "AllowAllKnownDomains" }, "critical"],
  ["no longer discovers partners by DNS", "CsAccessEdgeConfiguration", { EnablePartnerDiscovery: true }, { EnablePartnerDiscovery: false }, "high"],
  ["believes whatever claims to come from a partner", "CsAllowedDomain", { VerificationLevel: "UseSourceVerification" }, { VerificationLevel: "AlwaysVerifiable" }, "high"],
  ["forbids people to federate", "CsExternalAccessPolicy", { EnableFederationAccess: true }, { EnableFederationAccess: false }, "high"],
  ["no longer enforces the tenant's list", "CsTenantFederationConfiguration", { AllowedDomains: ["a.example"], AllowFederatedUsers: true }, { AllowFederatedUsers: true }, "low"],
  ["changes a mere detail", "CsHostingProvider", { VerificationLevel: "a" }, { VerificationLevel: "b" }, "low"],
]; // prettier-ignore

describe("a value", () => {
  const step = (noun: string, properties: Step["objects"][number]["properties"]): Step =>
    someStep({ risk: { level: "low", reason: "mild" }, objects: [{ noun, identity: "Global", properties }] });

  test.each(VALUES)("that %s is as bad as that", (_, noun, was, is, level) => {
    const compared = review(manifestOf([step(noun, was)]), manifestOf([step(noun, is)]));
    expect(compared.items.map((item) => item.risk.level)).toEqual([level]);
    expectOnFirstScreen(compared, level.toUpperCase(), "on-premises administrator", Object.keys(was)[0] ?? "");
  });
});

describe("a first pull request", () => {
  const compared = review(nothing("contoso"), before);

  test("adds every step and every declared server, and nothing is taken away", () => {
    expect(compared.items.length).toBe(before.steps.length + before.landscape.length);
    expect(new Set(compared.items.map(({ sign }) => sign))).toEqual(new Set(["+"]));
  });

  test("has no digest before it", () => {
    expect(renderText(compared)).toMatch(/Digest to approve: none -> [0-9a-f]{12}/);
    expect(renderMarkdown(compared)).toMatch(/Digest to approve: `none` to `[0-9a-f]{12}`/);
  });
});
