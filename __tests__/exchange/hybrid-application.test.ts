import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ExchangeVersion } from "../../lib";
import { Workspace } from "../instruments/terraform";
import { HybridApplicationOptions, synthHybridApplication } from "./hybrid-application";

const RENEWED = join(__dirname, "../trust/renewed-token-certificate.pem");
const EXCHANGE_ONLINE = "00000002-0000-0ff1-ce00-000000000000";

describe("the dedicated Exchange hybrid application", () => {
  test.each<[string, HybridApplicationOptions, string]>([
    [
      "Exchange Server 2013",
      { version: ExchangeVersion.EXCHANGE_2013 },
      'declares an application for Exchange Server 2013, which cannot sign in as one ("Deploy dedicated Exchange hybrid app": ' +
        "Exchange Server 2016 and later). Move the mailboxes to a later version, or remove the construct",
    ],
    ["no domain", { domains: [] }, '"domains" is empty'],
    ["a domain that is none", { domains: ["contoso"] }, '"domains[0]"'],
    ["no token server", { authServer: " " }, '"authServer" must not be empty'],
    ["no name", { displayName: "" }, '"displayName" must not be empty'],
    ["no certificate", { certificate: "nowhere.pem" }, '"certificate"'],
  ])("is refused with %s", (_what, options, reason) => {
    expect(() => synthHybridApplication(options)).toThrow(reason);
  });

  test("says what every server must be before it can sign in, and that the shared principal is cleaned by hand", () => {
    const page = readFileSync(join(synthHybridApplication().stackDir, "onprem", "RUNBOOK.md"), "utf8").replace(
      /\\(?=[!-/:-@[-`{-~])/g,
      "",
    );
    expect(page).toContain("April 2025 hotfix update at least: 2016 CU23, 2019 CU14 or CU15");
    expect(page).toContain("-ResetFirstPartyServicePrincipalKeyCredentials -CertificateInformation ");
    expect(page).toContain("New-SettingOverride -Name 'EnableExchangeHybrid3PAppFeature' -Component 'Global'");
    expect(page).toContain(
      "Set-AuthServer -Identity 'EvoSts - 11111111-2222-3333-4444-555555555555' -ApplicationIdentifier " +
        "<parameter exchange-hybrid-application-id>",
    );
  });
});

describe("in the real Terraform, the application", () => {
  const workspace = new Workspace(synthHybridApplication().stackDir);
  const types = (): string[] => workspace.tenantChanges().map(({ method, type }) => `${method} ${type}`);

  beforeAll(() => {
    workspace.init();
    expect(workspace.validate()).toEqual({ valid: true, diagnostics: [] });
    workspace.apply();
  });
  afterAll(() => {
    workspace.close();
  });

  test("gets one permission of Exchange Online, and its id goes to the scripts as an output", () => {
    const { resources, outputs } = workspace.show();
    const [application] = resources.filter(({ type }) => type === "azuread_application");
    expect(outputs["exchange-hybrid-application-id"]).toBe(application?.values.client_id);
    const [grant] = resources.filter(({ type }) => type === "azuread_app_role_assignment");
    expect(grant?.values.app_role_id).toBe("dc890d15-9560-4a4c-9b7f-a736ec74ec40");
    const [shared] = resources.filter(({ mode, type }) => mode === "data" && type === "azuread_service_principal");
    expect(shared?.values.client_id).toBe(EXCHANGE_ONLINE);
    expect(workspace.plan().exitCode).toBe(0);
  });

  test("has the renewed certificate before the old one goes", () => {
    workspace.replace(synthHybridApplication({ certificate: RENEWED }).stackDir);
    const [certificate] = workspace
      .plan()
      .resourceChanges.filter(({ type }) => type === "azuread_application_certificate");
    expect(certificate?.actions).toEqual(["create", "delete"]);
    workspace.apply();
  });

  test("goes when it is no longer declared, and no principal of Microsoft is written or deleted on the way", () => {
    workspace.replace(synthHybridApplication({ application: false }).stackDir);
    workspace.apply();
    expect(types().filter((line) => line.startsWith("DELETE"))).toContain("DELETE azuread_application");
    const made = new Set(
      workspace
        .tenantChanges()
        .filter(({ method }) => method === "POST")
        .map(({ id }) => id),
    );
    const others = workspace.tenantChanges().filter(({ id }) => !made.has(id));
    expect(others).toEqual([]);
  });
});
