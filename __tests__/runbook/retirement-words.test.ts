import { Shell } from "../../lib/onprem/shell";
import { Step } from "../../lib/onprem/step";
import { Baseline } from "../../lib/runbook/baseline";
import { retirementSteps } from "../../lib/runbook/retirement";
import { someStep } from "../instruments/some-step";
import { baselineOf, deployedObject, deployedStep } from "./recorded";

const TENANT = "CsTenantFederationConfiguration";

function taken(baseline: Baseline, declared: readonly Step[] = []): Step[] {
  return retirementSteps(declared, baseline, { moduleOf: () => ({ name: "MicrosoftTeams", minimum: undefined }) });
}

const lists = deployedStep({
  id: "domain-lists/tenant",
  host: "contoso.onmicrosoft.com",
  shell: "teams",
  shape: "list",
  objects: [
    deployedObject({
      noun: TENANT,
      identity: "Global",
      createdByUs: "no",
      before: [
        { name: "AllowFederatedUsers", value: true },
        { name: "AllowedDomains", value: { model: "Open", entries: [] } },
        { name: "BlockedDomains", value: { model: "Closed", entries: ["tailspintoys.com"] } },
      ],
    }),
    deployedObject({ noun: `${TENANT}.AllowedDomains`, identity: "fabrikam.com" }),
    deployedObject({ noun: `${TENANT}.AllowedDomains`, identity: "adatum.com", createdByUs: "no" }),
  ],
});

describe("what no script can take back", () => {
  const words = taken(baselineOf(lists)).flatMap((step) => step.words);

  test("tells the person what was there before the first run", () => {
    expect(words.join(" ")).toContain("AllowedDomains = everybody (open)");
    expect(words.join(" ")).toContain("BlockedDomains = named domains only (closed): tailspintoys.com");
  });

  test("tells which entries came from us, and claims none that were there", () => {
    expect(words).toContain(`This runbook added to ${TENANT}.AllowedDomains: fabrikam.com.`);
    expect(words.join(" ")).not.toContain("adatum.com");
  });

  test("tells of a long list how much more there is", () => {
    const objects = Array.from({ length: 25 }, (_, index) =>
      deployedObject({ noun: `${TENANT}.AllowedDomains`, identity: `partner${String(index)}.com` }),
    );
    const [step] = taken(baselineOf({ ...lists, objects }));
    expect(step?.words.join(" ")).toContain("and 5 more, see the baseline");
  });
});

describe("what is taken back although something of it is still declared", () => {
  const shared = deployedStep({
    id: `${TENANT}/Global/shared-sip-address-space`,
    shell: "teams",
    shape: "singleton",
    objects: [
      deployedObject({
        noun: TENANT,
        identity: "Global",
        createdByUs: "no",
        before: [{ name: "SharedSipAddressSpace", value: false }],
      }),
    ],
  });

  test("gets back the values that nobody declares any more, though another step owns the object", () => {
    const objects = [{ noun: TENANT, identity: "Global", properties: { AllowFederatedUsers: true } }];
    const other = someStep({ id: "domain-lists/tenant", kind: "domain-lists-tenant", objects });
    expect(taken(baselineOf(shared), [other])[0]?.objects).toEqual([
      { noun: TENANT, identity: "Global", properties: { SharedSipAddressSpace: false } },
    ]);
  });

  test("is let go where another step of the same shell declares that very value", () => {
    const objects = [{ noun: TENANT, identity: "global", properties: { SharedSipAddressSpace: true } }];
    const other = someStep({ id: `${TENANT}/Global`, kind: TENANT, shell: Shell.TEAMS, objects });
    expect(taken(baselineOf(shared), [other])).toEqual([]);
  });

  test("keeps its reverse order across a step that stays, and waits until that one stands on something else", () => {
    const domain = deployedStep({
      id: "CsSipDomain/contoso.com",
      objects: [deployedObject({ noun: "CsSipDomain", identity: "contoso.com" })],
    });
    const stays = deployedStep({ id: "domain-lists/edge", shape: "list", after: [domain.id], objects: [] });
    const last = { ...shared, after: [stays.id] };
    const declared = [someStep({ id: stays.id, objects: [] })];
    const steps = taken(baselineOf(domain, stays, last), declared);
    const first = steps.find((step) => step.id === "CsSipDomain/contoso.com/retire");
    expect(first?.after).toEqual([`${TENANT}/Global/shared-sip-address-space-retire`, stays.id]);
  });
});

describe("a renewed certificate", () => {
  const import1 = deployedStep({ id: "import-oauth-certificate/OLD", shell: "by-hand", shape: "manual", objects: [] });
  const assigned = deployedStep({ id: "CsCertificate/OAuthTokenIssuer", after: [import1.id], objects: [] });
  const tested = deployedStep({ ...import1, id: "test-cloud-trust/contoso.onmicrosoft.com", phase: "60-verify", after: [assigned.id] });
  const renewed = someStep({
    id: "import-oauth-certificate/NEW",
    shape: "manual",
    role: "local administrator of the host",
    undo: { possible: "yes", how: "delete the certificate from the store, once nothing is assigned it" },
  });
  const assignment = someStep({ id: assigned.id, after: [renewed.id] });

  test("is assigned before the old one goes, which is taken back as the new one would be, by the same people", () => {
    const [step] = taken(baselineOf(import1, assigned), [renewed, assignment]);
    expect(step?.after).toEqual([assigned.id]);
    expect(step?.words.join(" ")).toContain("delete the certificate from the store, once nothing is assigned it");
    expect(step?.role).toBe("local administrator of the host");
  });

  test("asks nobody to take back that somebody looked", () => {
    expect(taken(baselineOf(tested), [renewed, assignment])).toEqual([]);
    const looked = deployedStep({ ...import1, id: "exchange-online-prerequisites/contoso.onmicrosoft.com" });
    const looks = someStep({ id: "exchange-online-prerequisites/fabrikam.onmicrosoft.com", shape: "manual", risk: { level: "info", reason: "only looks" } });
    expect(taken(baselineOf(looked), [looks])).toEqual([]);
  });

  test("that nothing replaces is left to a person, in words that claim nothing", () => {
    const [step] = taken(baselineOf(import1, assigned), [assignment]);
    expect(step?.words.at(-1)).toBe("Decide what has to be taken back, and do it.");
    expect(step?.role).toBe("whoever did it");
  });
});
