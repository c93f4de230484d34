import { TerraformStack } from "cdktf";
import { RootConstruct } from "constructs";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { CoexistenceMode, OnlineSipDomain, OnlineTenant, TenantCoexistence } from "../../lib";
import { CS_TEAMS_UPGRADE_POLICY } from "../../lib/onprem/catalog/cs-teams-upgrade-policy";
import { DesiredState } from "../../lib/onprem/desired-state";
import { Phase } from "../../lib/onprem/phase";
import { declareContoso, synthQuietly } from "../instruments/contoso";
import { folderContent } from "../instruments/folder-content";
import { synthTenant, tenantDeployment } from "../instruments/tenant-rooms";

describe("what prepares the tenant", () => {
  function order(declareFirst: boolean): string[] {
    const { app } = tenantDeployment();
    const stack = new TerraformStack(app, "adatum");
    const hybrid = declareContoso(stack);
    const tenant = hybrid.node.findChild("tenant") as OnlineTenant;
    const mode = (): unknown =>
      new TenantCoexistence(hybrid, "mode", { tenant, mode: CoexistenceMode.SFB_WITH_TEAMS_COLLAB });
    const domain = (): unknown => OnlineSipDomain.enabled(hybrid, "online", { tenant, domain: "contoso.com" });
    (declareFirst ? [mode, domain] : [domain, mode]).forEach((declare) => declare());
    synthQuietly(app);
    const onprem = folderContent(join(app.outdir, "stacks", "adatum", "onprem"));
    const { steps } = JSON.parse(String(onprem["steps.json"])) as { steps: { id: string }[] };
    return steps.map(({ id }) => id);
  }

  test("comes before the tenant's switch and in its session, whatever is declared first", () => {
    const ids = order(true);
    expect(order(false)).toEqual(ids);
    for (const id of ["CsTeamsUpgradePolicy-teams/Global", "CsOnlineSipDomain/contoso.com"]) {
      expect(ids.indexOf(id)).toBeGreaterThanOrEqual(0);
      expect(ids.indexOf(id)).toBeLessThan(
        ids.indexOf("CsTenantFederationConfiguration/Global/shared-sip-address-space"),
      );
      expect(ids.indexOf(id)).toBeGreaterThan(ids.indexOf("CsHostingProvider/Office365"));
    }
  });
});

test("a step that names no state is refused: there is nothing to go to", () => {
  const declare = (): unknown =>
    new DesiredState(new RootConstruct("root"), "mode", {
      kind: CS_TEAMS_UPGRADE_POLICY,
      identity: "Global",
      properties: {},
      phase: Phase.PREPARE,
      title: "",
      verification: "",
    });
  expect(declare).toThrow("declares no state that the catalogue knows: give TeamsUpgradeEffectiveMode one of");
});

describe("a coexistence mode", () => {
  test("knows the policy that is granted and the mode that is read", () => {
    const { TEAMS_ONLY, SFB_WITH_TEAMS_COLLAB } = CoexistenceMode;
    expect([TEAMS_ONLY.policyName, TEAMS_ONLY.effectiveMode]).toEqual(["UpgradeToTeams", "TeamsOnly"]);
    expect(SFB_WITH_TEAMS_COLLAB.policyName).toBe(SFB_WITH_TEAMS_COLLAB.effectiveMode);
  });

  test("stands in the runbook with its call, its risk and what no document confirms", () => {
    const page = readFileSync(join(synthTenant({ mode: CoexistenceMode.SFB_ONLY }), "RUNBOOK.md"), "utf8");
    expect(page).toContain("MicrosoftTeams\\Grant-CsTeamsUpgradePolicy -PolicyName 'SfBOnly' -Global");
    expect(page).toMatch(/- Risk: medium: decides for everybody without a mode of their own/);
    expect(page).toMatch(/- Not confirmed by any document: .*asks nothing with -Global/);
  });

  test("is refused as TeamsOnly while people are homed on-premises", () => {
    expect(() => synthTenant({ mode: CoexistenceMode.TEAMS_ONLY })).toThrow(/HYB-TEN-051 .* 60 people are homed/);
  });

  test("has one owner", () => {
    const { app, hybrid, tenant } = tenantDeployment();
    const mode = CoexistenceMode.SFB_ONLY;
    new TenantCoexistence(hybrid, "one", { tenant, mode });
    new TenantCoexistence(hybrid, "two", { tenant, mode });
    expect(() => synthQuietly(app)).toThrow(/CsTeamsUpgradePolicy-teams\/Global/);
  });
});
