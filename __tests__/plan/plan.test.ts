import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Baseline } from "../../lib/runbook/baseline";
import { synthContoso } from "../instruments/contoso";
import { Plan, Workspace } from "../instruments/terraform";

function addresses(plan: Plan, action: string): string[] {
  const changes = plan.resourceChanges.filter(({ mode, actions }) => mode === "managed" && actions.join() === action);
  return changes.map(({ address }) => address).sort();
}

describe("the real Terraform", () => {
  const workspace = new Workspace(synthContoso().stackDir);
  let first: Plan;

  beforeAll(() => {
    workspace.init();
    expect(workspace.validate()).toEqual({ valid: true, diagnostics: [] });
    first = workspace.plan();
    workspace.apply();
  });
  afterAll(() => {
    workspace.close();
  });

  test("plans the cloud's resources and one object for everything PowerShell owns, none of them done", () => {
    expect(addresses(first, "create")).toEqual([
      "azuread_application.contoso-hybrid-automation",
      "azuread_application_certificate.contoso-hybrid-automation",
      "azuread_directory_role.Teams_Administrator",
      "azuread_directory_role_assignment.contoso-hybrid-automation",
      "azuread_group.contoso-hybrid-pilot",
      "azuread_service_principal.contoso-hybrid-automation",
      "terraform_data.declared_CsAccessEdgeConfiguration_Global",
      "terraform_data.declared_CsAllowedDomain_fabrikam_com",
      "terraform_data.declared_CsAllowedDomain_wingtip_com",
      "terraform_data.declared_CsBlockedDomain_tailspintoys_com",
      "terraform_data.declared_CsHostingProvider_Office365",
      "terraform_data.declared_CsSipDomain_contoso_com",
      "terraform_data.declared_CsTenantFederationConfiguration_AllowedDomains_fabrikam_com",
      "terraform_data.declared_CsTenantFederationConfiguration_AllowedDomains_wingtip_com",
      "terraform_data.declared_CsTenantFederationConfiguration_BlockedDomains_tailspintoys_com",
      "terraform_data.declared_CsTenantFederationConfiguration_Global_shared-sip-address-space",
      "terraform_data.declared_domain-lists_tenant",
    ]);
    expect(first.summary).toEqual({ add: 17, change: 0, destroy: 0 });
    const runs = first.resourceChanges.map(({ after }) => (after?.input as { run?: string } | undefined)?.run);
    expect(new Set(runs.filter((run) => run !== undefined))).toEqual(new Set(["not run"]));
  });

  test("has nothing to do after the apply, and says so with exit code 0", () => {
    const again = workspace.plan();
    expect({ exit: again.exitCode, changes: again.resourceChanges }).toEqual({ exit: 0, changes: [] });
    expect(again.checks.filter(({ kind }) => kind === "check").map(({ status }) => status)).toEqual(["pass"]);
  });

  test("adds a partner as one object on each side and one changed list, and touches nothing else", () => {
    workspace.replace(synthContoso({ allowed: ["fabrikam.com", "northwindtraders.com"] }).stackDir);
    const plan = workspace.plan();
    expect(plan.summary).toEqual({ add: 2, change: 1, destroy: 0 });
    expect(addresses(plan, "create")).toEqual([
      "terraform_data.declared_CsAllowedDomain_northwindtraders_com",
      "terraform_data.declared_CsTenantFederationConfiguration_AllowedDomains_northwindtraders_com",
    ]);
    expect(addresses(plan, "update")).toEqual(["terraform_data.declared_domain-lists_tenant"]);
    const [change] = plan.resourceChanges.filter(({ actions }) => actions.join() === "update");
    expect(settings(change?.before)).toMatchObject({ AllowedDomains: expect.stringMatching(/^2 entries/) as string });
    expect(settings(change?.after)).toMatchObject({ AllowedDomains: expect.stringMatching(/^3 entries/) as string });
    expect(plan.resourceChanges.length).toBe(3);
  });

  test("plans nothing when every construct is renamed", () => {
    workspace.replace(synthContoso({ idPrefix: "renamed-" }).stackDir);
    expect(workspace.plan().exitCode).toBe(0);
  });

  test("plans nothing when main.ts is written in another order", () => {
    workspace.replace(synthContoso({ shuffled: true }).stackDir);
    expect(workspace.plan().exitCode).toBe(0);
  });

  test("says done, with the digest that was applied, once the baseline does", () => {
    workspace.replace(synthContoso({ baseline: appliedProvider() }).stackDir);
    const plan = workspace.plan();
    expect(addresses(plan, "update")).toEqual(["terraform_data.declared_CsHostingProvider_Office365"]);
    const input = plan.resourceChanges[0]?.after?.input as { run: string };
    expect(input.run).toBe("done 0123456789ab");
    expect(plan.summary).toEqual({ add: 0, change: 1, destroy: 0 });
  });

  test("warns when a SIP domain is not verified in the tenant, and never blocks", () => {
    workspace.replace(synthContoso().stackDir);
    workspace.setTenant({ domains: [ONLY_INITIAL_DOMAIN] });
    const plan = workspace.plan();
    expect(plan.checks.flatMap(({ problems }) => problems).join()).toContain("contoso.com is no verified domain");
    expect(plan.exitCode).toBe(0);
  });

  test("takes hostile texts as they are: nothing of them is evaluated", () => {
    const description = 'x ${file("/etc/passwd")} %{ if true }y%{ endif } \u2019 "quoted" \\ | ` <b>';
    workspace.replace(synthContoso({ groupDescription: description }).stackDir);
    const plan = workspace.plan();
    const change = plan.resourceChanges.find(({ address }) => address === "azuread_group.contoso-hybrid-pilot");
    expect(change?.after?.description).toBe(description);
  });
});

test("the state would lie beside main.ts, never inside the disposable folder", () => {
  const json = JSON.parse(readFileSync(join(synthContoso().stackDir, "cdk.tf.json"), "utf8")) as {
    terraform: { backend: { local: { path: string } } };
  };
  expect(json.terraform.backend.local.path).toBe("../../../terraform.contoso.tfstate");
});

const ONLY_INITIAL_DOMAIN = {
  admin_managed: true,
  authentication_type: "Managed",
  default: true,
  domain_name: "contoso.onmicrosoft.com",
  initial: true,
  root: true,
  supported_services: ["OfficeCommunicationsOnline"],
  verified: true,
};

function settings(side: unknown): unknown {
  return (side as { input: { settings: unknown } } | undefined)?.input.settings;
}

function appliedProvider(): Baseline {
  return {
    schema: 1,
    steps: [
      {
        id: "CsHostingProvider/Office365",
        state: "done",
        phase: "30-share",
        shell: "lync",
        host: "lync01.contoso.local",
        shape: "entity",
        after: [],
        digest: "0".repeat(64),
        objects: [
          {
            noun: "CsHostingProvider",
            identity: "Office365",
            settings: "0123456789ab",
            createdByUs: "yes",
            foundAs: null,
            before: [],
          },
        ],
      },
    ],
  };
}
