import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Cloud, CloudShell, OnlineTenant, OnlineTenantProps, SignIn, TenantAdministration } from "../../lib";
import { ConnectCall, connectCall } from "../../lib/onprem/connect-call";
import { connectText } from "../../lib/runbook/unattended-session";
import { synthContoso } from "../instruments/contoso";
import { tenantDeployment } from "../instruments/tenant-rooms";

const TENANT = "11111111-2222-3333-4444-555555555555";
const OTHER = "22222222-2222-3333-4444-555555555555";
const APP = "99999999-2222-3333-4444-555555555555";
const THUMBPRINT = "0123456789ABCDEF0123456789ABCDEF01234567";
const PEM = resolve(__dirname, "../../deployed/contoso-hybrid-automation.pem");
const OWN = { proxyFqdn: "sipfed.cloud.example", autodiscoverUrl: "https://webdir.cloud.example/root" };

const certificate = (part: object = {}): SignIn =>
  SignIn.certificate({ application: APP, tenant: TENANT, thumbprint: THUMBPRINT, ...part });

function tenantOf(props: OnlineTenantProps): OnlineTenant {
  const { hybrid } = tenantDeployment();
  return OnlineTenant.fromInitialDomain(hybrid, "other", "contoso.onmicrosoft.com", props);
}

function callOf(shell: CloudShell, signIn: SignIn, cloud?: Cloud): ConnectCall | undefined {
  const tenant = tenantOf({ signIn: { [shell]: signIn }, ...(cloud === undefined ? {} : { cloud }) });
  return connectCall(shell, tenant.facts().tenants?.[0]);
}

const textOf = (...of: Parameters<typeof callOf>): string => {
  const call = callOf(...of);
  return call === undefined ? "" : connectText(call);
};

describe("a cloud shell is signed in to without a person", () => {
  test.each([
    [
      "teams",
      `Connect-MicrosoftTeams -ApplicationId '${APP}' -CertificateThumbprint '${THUMBPRINT}' -TenantId '${TENANT}'`,
    ],
    [
      "graph",
      `Connect-MgGraph -CertificateThumbprint '${THUMBPRINT}' -ClientId '${APP}' -TenantId '${TENANT}' -NoWelcome`,
    ],
    [
      "exchange-online",
      `Connect-ExchangeOnline -AppId '${APP}' -CertificateThumbprint '${THUMBPRINT}' -Organization 'contoso.onmicrosoft.com' -ShowBanner:$false`,
    ],
  ] as const)("in %s with a certificate by one call", (shell, text) => {
    expect(textOf(shell, certificate())).toBe(text);
  });

  test.each([
    ["teams", "Connect-MicrosoftTeams -Identity"],
    ["graph", "Connect-MgGraph -Identity -NoWelcome"],
    [
      "exchange-online",
      "Connect-ExchangeOnline -Organization 'contoso.onmicrosoft.com' -ShowBanner:$false -ManagedIdentity",
    ],
  ] as const)("in %s with the identity of the machine", (shell, text) => {
    expect(textOf(shell, SignIn.managedIdentity())).toBe(text);
  });

  test.each([
    ["teams", Cloud.gccHigh(OWN), " -TeamsEnvironmentName 'TeamsGCCH'"],
    ["teams", Cloud.dod(OWN), " -TeamsEnvironmentName 'TeamsDOD'"],
    ["graph", Cloud.gccHigh(OWN), " -Environment 'USGov'"],
    ["graph", Cloud.dod(OWN), " -Environment 'USGovDoD'"],
    ["graph", Cloud.china21Vianet(OWN), " -Environment 'China'"],
    ["exchange-online", Cloud.gccHigh(OWN), " -ExchangeEnvironmentName 'O365USGovGCCHigh'"],
    ["exchange-online", Cloud.dod(OWN), " -ExchangeEnvironmentName 'O365USGovDoD'"],
    ["exchange-online", Cloud.china21Vianet(OWN), " -ExchangeEnvironmentName 'O365China'"],
  ] as const)("in %s of another cloud by its name", (shell, cloud, text) => {
    expect(textOf(shell, certificate(), cloud)).toContain(text);
  });

  test("from the oldest version that a document names, and with what nobody confirmed", () => {
    expect(callOf("teams", certificate())?.minimum).toBe("4.7.1");
    expect(callOf("teams", certificate(), Cloud.dod(OWN))).toMatchObject({
      minimum: "5.0.1",
      unverified: [expect.stringContaining("-TeamsEnvironmentName with a certificate")],
    });
    expect(callOf("exchange-online", SignIn.managedIdentity())?.minimum).toBe("3.0.0");
    expect(callOf("graph", certificate())?.minimum).toBeUndefined();
  });

  test("never by default, nor when a person is declared", () => {
    expect(callOf("teams", SignIn.interactive())).toBeUndefined();
    expect(connectCall("teams", tenantOf({}).facts().tenants?.[0])).toBeUndefined();
  });
});

describe("a sign-in is refused", () => {
  test("with the identity of a machine in Teams of another cloud", () => {
    expect(() => callOf("teams", SignIn.managedIdentity(), Cloud.gccHigh(OWN))).toThrow(
      /teams cannot be signed in to by managed-identity in the cloud gcc-high: .*commercial cloud only; use SignIn\.interactive/,
    );
  });

  test("with a certificate in Teams operated by 21Vianet, which the document does not name", () => {
    expect(() => callOf("teams", certificate(), Cloud.china21Vianet(OWN))).toThrow(/names the commercial cloud, GCC/);
  });

  test("without a person for moves: they run on the servers", () => {
    expect(() => tenantOf({ signIn: { move: certificate() } })).toThrow(/Move-CsUser runs on the servers/);
  });

  test("for a shell of the servers, also where no compiler looks", () => {
    const signIn = { lync: certificate() } as never;
    expect(() => tenantOf({ signIn })).toThrow(
      /"signIn" names the shell "lync", in which nobody signs in to a tenant: a shell of the servers is opened by a person/,
    );
  });

  test("to another tenant than the declared one", () => {
    expect(() => tenantOf({ tenantId: OTHER, signIn: { teams: certificate() } })).toThrow(
      `the sign-in of the shell teams names the tenant ${TENANT}, but the deployment belongs to ${OTHER}`,
    );
    const two = { teams: certificate(), graph: certificate({ tenant: OTHER }) };
    expect(() => tenantOf({ signIn: two })).toThrow(/the shell graph names the tenant/);
  });

  test.each([{ application: "pipeline" }, { tenant: "contoso" }, { thumbprint: "12" }])("with %j", (part) => {
    expect(() => certificate(part)).toThrow(new RegExp(`"${String(Object.keys(part)[0])}"`));
  });
});

describe("the application of a pipeline", () => {
  const terraformOf = (shells?: readonly CloudShell[]): string => {
    const props = { displayName: "pipe", certificate: PEM, ...(shells === undefined ? {} : { shells }) };
    const { stackDir } = synthContoso({
      tenant: (hybrid) => {
        new TenantAdministration(hybrid, "pipe", props);
        return {};
      },
    });
    return readFileSync(join(stackDir, "cdk.tf.json"), "utf8");
  };

  test("holds the role for Teams, and no permission, unless more is asked for", () => {
    const terraform = terraformOf();
    expect(terraform).toContain('"Teams Administrator"');
    for (const absent of ["Exchange Administrator", "azuread_app_role_assignment", '"output"']) {
      expect(terraform).not.toContain(absent);
    }
  });

  test("holds what every shell asks for, of principals that are looked up and never created", () => {
    const terraform = JSON.parse(terraformOf(["exchange-online", "graph"])) as {
      readonly data: Record<string, Record<string, { readonly client_id: string }>>;
      readonly resource: Record<string, Record<string, Record<string, string>>>;
    };
    const permissions = Object.values(terraform.resource.azuread_app_role_assignment ?? {});
    expect(permissions.map(({ app_role_id }) => app_role_id)).toEqual([
      '${data.azuread_service_principal.pipe-exchange-online.app_role_ids["Exchange.ManageAsApp"]}',
      '${data.azuread_service_principal.pipe-graph.app_role_ids["Application.ReadWrite.All"]}',
    ]);
    const looked = Object.values(terraform.data.azuread_service_principal ?? {}).map(({ client_id }) => client_id);
    expect(looked).toEqual(["00000002-0000-0ff1-ce00-000000000000", "00000003-0000-0000-c000-000000000000"]);
    expect(JSON.stringify(terraform.resource.azuread_directory_role)).toContain("Exchange Administrator");
    expect(Object.keys(terraform.resource.azuread_directory_role_assignment ?? {})).toContain("pipe-exchange-online");
  });

  test("is refused when it works in no shell", () => {
    expect(() => terraformOf([])).toThrow(/"shells"/);
  });
});
