import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { engines, type JsonObject, type Plan, TerraformFailure, Workspace } from "./terraform";

const PEM = "-----BEGIN CERTIFICATE-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END CERTIFICATE-----\n";
const SKYPE_ONLINE = "00000004-0000-0ff1-ce00-000000000000";
const GRAPH_READ_ORGANIZATION = "498476ce-e0fe-48b0-b801-37ba7e2685c6";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "stacks-"));
afterAll(() => {
  fs.rmSync(scratch, { recursive: true });
});

/** Writes what cdktf would: a stack folder with its backend beside main.ts. */
function stack(blocks: JsonObject): string {
  const folder = path.join(scratch, "contoso");
  fs.mkdirSync(folder, { recursive: true });
  const document = {
    terraform: {
      backend: { local: { path: "../../../terraform.contoso.tfstate" } },
      required_providers: { azuread: { source: "hashicorp/azuread", version: "3.7.0" } },
    },
    provider: { azuread: [{}] },
    ...blocks,
  };
  fs.writeFileSync(path.join(folder, "cdk.tf.json"), JSON.stringify(document));
  return folder;
}

const tenantHalf = (pilot: JsonObject): JsonObject => ({
  data: {
    azuread_client_config: { tenant: {} },
    azuread_domains: { sip: { supports_services: ["OfficeCommunicationsOnline"] } },
    azuread_group: { lync_users: { display_name: "Lync users" } },
    azuread_service_principal: { graph: { display_name: "Microsoft Graph" } },
  },
  check: {
    domains: {
      assert: [
        {
          condition: '${contains(data.azuread_domains.sip.domains[*].domain_name, "fabrikam-unverified.example")}',
          error_message: "fabrikam-unverified.example is not verified.",
        },
      ],
    },
  },
  output: { tenant: { value: "${data.azuread_client_config.tenant.tenant_id}" } },
  resource: {
    azuread_application: { tooling: { display_name: "Hybrid tooling" } },
    azuread_application_certificate: {
      tooling: {
        application_id: "${azuread_application.tooling.id}",
        type: "AsymmetricX509Cert",
        value: PEM,
        end_date: "2030-01-01T00:00:00Z",
      },
    },
    azuread_service_principal: { tooling: { client_id: "${azuread_application.tooling.client_id}" } },
    azuread_app_role_assignment: {
      tooling: {
        app_role_id: GRAPH_READ_ORGANIZATION,
        principal_object_id: "${azuread_service_principal.tooling.object_id}",
        resource_object_id: "${data.azuread_service_principal.graph.object_id}",
      },
    },
    azuread_directory_role: { teams: { display_name: "Teams Administrator" } },
    azuread_directory_role_assignment: {
      tooling: {
        role_id: "${azuread_directory_role.teams.template_id}",
        principal_object_id: "${azuread_service_principal.tooling.object_id}",
      },
    },
    azuread_group: { pilot: { display_name: "Pilot", security_enabled: true, ...pilot } },
    azuread_group_member: {
      lync_users: {
        group_object_id: "${azuread_group.pilot.object_id}",
        member_object_id: "${data.azuread_group.lync_users.object_id}",
      },
    },
    terraform_data: { declared: { input: { noun: "CsSipDomain", identity: "contoso.com" } } },
  },
});

const changed = (plan: Plan): readonly string[] =>
  plan.resourceChanges.map(({ address, actions }) => `${actions.join("/")} ${address}`);

/** The message of the failure, for assertions on several parts of it. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof TerraformFailure) return error.message;
    throw error;
  }
  throw new Error("terraform did not refuse");
}

test("a stack lives: init, validate, plan, apply, no change, one change", () => {
  const start = performance.now();
  const laps: string[] = [];
  let last = start;
  const lap = <Result>(name: string, act: () => Result): Result => {
    const result = act();
    const now = performance.now();
    laps.push(`${name} ${((now - last) / 1000).toFixed(2)}`);
    last = now;
    return result;
  };

  const workspace = new Workspace(stack(tenantHalf({})));
  lap("init (and start of the stub)", () => workspace.init());
  expect(lap("validate", () => workspace.validate())).toEqual({ valid: true, diagnostics: [] });

  const first = lap("plan", () => workspace.plan());
  expect(first.exitCode).toBe(2);
  expect(first.summary).toEqual({ add: 9, change: 0, destroy: 0 });
  expect(first.text).toContain("Plan: 9 to add, 0 to change, 0 to destroy.");
  expect(first.text).not.toMatch(/Reading\.\.\.|Saved the plan/);
  expect(first.outputChanges).toEqual([
    { name: "tenant", actions: ["create"], before: null, after: "11111111-1111-4111-8111-111111111111" },
  ]);
  expect(first.checks).toEqual([
    {
      address: "check.domains",
      kind: "check",
      status: "fail",
      problems: ["fabrikam-unverified.example is not verified."],
    },
  ]);
  lap("apply", () => workspace.apply());

  const second = lap("plan again", () => workspace.plan());
  expect(second).toMatchObject({ exitCode: 0, resourceChanges: [], drift: [], outputChanges: [] });
  expect(second.text).toContain("No changes.");

  workspace.replace(stack(tenantHalf({ description: "Moves first." })));
  const third = lap("plan a change", () => workspace.plan());
  expect(third.resourceChanges).toEqual([
    expect.objectContaining({
      address: "azuread_group.pilot",
      actions: ["update"],
      after: expect.objectContaining({ description: "Moves first." }) as unknown,
    }),
  ]);
  expect(third.summary).toEqual({ add: 0, change: 1, destroy: 0 });
  lap("apply it", () => workspace.apply());
  expect(workspace.tenantChanges().at(-1)).toMatchObject({ method: "PATCH", type: "azuread_group" });

  const names = lap("show", () => workspace.show()).resources.map(({ address }) => address);
  expect(names).toEqual(expect.arrayContaining(["azuread_group.pilot", "data.azuread_domains.sip"]));
  lap("close", () => {
    workspace.close();
  });
  expect(fs.existsSync(workspace.root)).toBe(false);
  process.stdout.write(`${engines()}: ${((last - start) / 1000).toFixed(2)} s = ${laps.join(", ")}\n`);
});

test("what the schema and the provider refuse is refused", () => {
  const group = (values: JsonObject): string => stack({ resource: { azuread_group: { pilot: values } } });
  const workspace = new Workspace(group({ display_name: "Pilot", security_enabled: true, descripton: "typo" }));
  workspace.init();
  expect(workspace.validate()).toMatchObject({
    valid: false,
    diagnostics: [{ severity: "error", summary: "Extraneous JSON object property" }],
  });
  expect(workspace.validate().diagnostics[0]?.detail).toContain('"descripton"');

  workspace.replace(group({ display_name: "Pilot", security_enabled: true, visibility: "Everyone" }));
  expect(workspace.validate().diagnostics).toMatchObject([
    { summary: 'expected visibility to be one of ["Private" "Public" "Hiddenmembership"], got Everyone' },
  ]);

  workspace.replace(stack({ resource: { azuread_directory_role: { typo: { display_name: "Teams Admin" } } } }));
  expect(refusal(() => workspace.apply())).toContain("No directory role template for Teams Admin");
});

test("a change by hand is seen as drift, and other contents of the tenant at the next plan", () => {
  const workspace = new Workspace(
    stack({
      data: { azuread_domains: { verified: {} } },
      resource: { azuread_group: { pilot: { display_name: "Pilot", security_enabled: true } } },
      output: { count: { value: "${length(data.azuread_domains.verified.domains)}" } },
    }),
  );
  workspace.init();
  workspace.apply();
  expect(workspace.show().outputs).toEqual({ count: 2 });

  const [created] = workspace.tenantChanges();
  if (created === undefined) throw new Error("nothing was created");
  const { type, id } = created;
  workspace.changeByHand({ method: "PATCH", type, id, values: { description: "by hand" } });
  workspace.setTenant({ domains: [] });
  expect(refusal(() => workspace.plan())).toContain("No domains found for the provided filters");
  workspace.setTenant({});
  const plan = workspace.plan();
  expect(changed(plan)).toEqual(["update azuread_group.pilot"]);
  expect(plan.drift).toMatchObject([{ address: "azuread_group.pilot", after: { description: "by hand" } }]);
});

test("use_existing is no reference: its destruction deletes the principal of Microsoft", () => {
  const owned = { azuread_service_principal: { skype: { client_id: SKYPE_ONLINE, use_existing: true } } };
  const workspace = new Workspace(stack({ resource: owned }));
  workspace.init();
  workspace.apply();
  const plan = workspace.plan("-destroy");
  expect(changed(plan)).toEqual(["delete azuread_service_principal.skype"]);
  workspace.apply();
  const id = "/servicePrincipals/aaaaaaaa-0000-4000-8000-000000000004";
  expect(workspace.tenantChanges()).toEqual([
    expect.objectContaining({ method: "PATCH", type: "azuread_service_principal", id }),
    { method: "DELETE", type: "azuread_service_principal", id },
  ]);

  const read = { data: { azuread_service_principal: { skype: { client_id: SKYPE_ONLINE } } } };
  workspace.replace(stack(read));
  expect(refusal(() => workspace.plan())).toContain("No service principal found");
});

test("a missing terraform is an error with advice, not a skipped test", () => {
  const before = process.env.PATH;
  process.env.PATH = scratch;
  try {
    expect(engines).toThrow(/never skipped: put a terraform 1\.11 binary on the PATH/);
  } finally {
    process.env.PATH = before;
  }
  expect(engines()).toMatch(/^Terraform \d+\.\d+\.\d+$/);
});
