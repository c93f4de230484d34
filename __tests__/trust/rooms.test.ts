import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Cloud,
  CloudTrust,
  CloudTrustProps,
  ExchangeTrustProps,
  OAuthCertificate,
  OnlineTenant,
  SharedPrincipal,
} from "../../lib";
import { parseGuid } from "../../lib/values/guid";
import { sentence, synthesize } from "../rules/synthesis";
import { declareTrust, folderOf, RENEWED, TENANT_ID, TrustOptions } from "./trusted-deployment";

interface DeclaredStep {
  readonly id: string;
  readonly after: readonly string[];
  readonly words: readonly string[];
  readonly outage: string;
}

function stepsOf(options: TrustOptions = {}): DeclaredStep[] {
  const synthesis = synthesize((stack) => declareTrust(stack, options));
  if (synthesis.error !== undefined) throw new Error(sentence(synthesis.error));
  const text = readFileSync(join(folderOf(synthesis), "manifest.json"), "utf8");
  return (JSON.parse(text) as { steps: DeclaredStep[] }).steps;
}

const declaring = (options: TrustOptions) => (): unknown => synthesize((stack) => declareTrust(stack, options));
const steps = stepsOf();
const step = (start: string, of = steps): DeclaredStep => {
  const found = of.filter(({ id }) => id.startsWith(start));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} steps begin with ${start}`);
  return found[0];
};
const wordsOf = (start: string, of = steps): string => step(start, of).words.join("\n");

describe("a renewed certificate", () => {
  const renewed = stepsOf({ tokenCertificate: RENEWED });
  const assigned = "CsCertificate/OAuthTokenIssuer";

  test("changes the step that assigns it, and brings import and keys under new names, which come first", () => {
    expect(step(assigned, renewed)).not.toEqual(step(assigned));
    const ids = steps.map(({ id }) => id);
    const added = renewed.map(({ id }) => id).filter((id) => !ids.includes(id));
    expect(added).toEqual([
      expect.stringMatching(/^import-oauth-certificate\/[0-9A-F]{40}$/),
      expect.stringMatching(/^PrincipalKey\/[0-9A-F]{40}\/exchange-online$/),
      expect.stringMatching(/^PrincipalKey\/[0-9A-F]{40}\/lync-servers$/),
    ]);
    expect([...step(assigned, renewed).after].sort()).toEqual([...added].sort());
  });

  test("leaves every other step as it is: nothing else is signed again", () => {
    const others = (of: DeclaredStep[]): DeclaredStep[] => of.filter(({ id }) => !/certificate|PrincipalKey/i.test(id));
    expect(others(renewed).map(({ id }) => id)).toEqual(others(steps).map(({ id }) => id));
  });
});

describe("the steps by hand", () => {
  test("say how the certificate comes to this host, and how somebody sees it", () => {
    expect(wordsOf("import-oauth-certificate")).toMatch(/valid from 2026-\d\d-\d\d to 2028-\d\d-\d\d/);
    expect(wordsOf("import-oauth-certificate")).toContain("Get-ChildItem Cert:\\LocalMachine\\My\\");
  });

  test("give the Exchange administrator the exact lines, one reset a server, and say whom they interrupt", () => {
    const half = step("configure-exchange-partner/lync01.contoso.local");
    expect(half.words).toContain(
      ".\\Configure-EnterprisePartnerApplication.ps1 -AuthMetaDataUrl 'https://lync01.contoso.local/metadata/json/1' -ApplicationType Lync",
    );
    expect(half.words.slice(-2)).toEqual(["iisreset ex01.contoso.local", "iisreset ex02.contoso.local"]);
    expect(half.outage).toContain("mail clients");
  });

  test.each(["test-exchange-trust/", "test-cloud-trust/"])("end with a look at a mailbox: %s", (start) => {
    expect(wordsOf(start)).toContain("Test-CsExStorageConnectivity -SipUri");
  });

  test("no principal of Microsoft becomes a Terraform resource", () => {
    const { outdir } = synthesize((stack) => declareTrust(stack));
    const stack = JSON.parse(readFileSync(join(outdir, "stacks", "contoso", "cdk.tf.json"), "utf8")) as {
      resource: Record<string, unknown>;
    };
    expect(JSON.stringify(stack.resource.azuread_service_principal)).not.toContain("0ff1-ce00");
  });
});

describe("a certificate for tokens", () => {
  const file = (name: string): string => join(__dirname, `${name}-token-certificate.pem`);

  test.each([
    ["weak", /whose key is "rsa, 1024 bits": the servers sign tokens with an RSA key of at least 2048 bits/],
    ["elliptic", /whose key is "ec".*Request another certificate/],
  ])("with a %s key is refused", (name, refusal) => {
    expect(declaring({ tokenCertificate: file(name) })).toThrow(refusal);
  });

  test("that is no file is refused", () => {
    expect(declaring({ tokenCertificate: file("no") })).toThrow(/which is no public certificate in PEM form/);
  });

  test("stands once: the second one is named, and both places", () => {
    const { error } = synthesize((stack) => {
      const hybrid = declareTrust(stack);
      new OAuthCertificate(hybrid, "other", { certificate: RENEWED });
    });
    expect(sentence(error)).toMatch(
      /HYB-TRU-039 2 certificates are declared .*contoso\/hybrid\/oauth, contoso\/hybrid\/other/,
    );
  });
});

describe("the address of the mailboxes", () => {
  test("has one owner: both legs at once are refused, with both places and the property", () => {
    const { error } = synthesize((stack) => declareTrust(stack, { cloud: { mailboxesOnlineOnly: true } }));
    expect(sentence(error)).toMatch(
      /both own CsOAuthConfiguration Global ExchangeAutodiscoverUrl: two owners undo each other's work\. Declare it once\./,
    );
    expect(sentence(error)).toMatch(
      /contoso\/hybrid\/exchange\/autodiscover" and "contoso\/hybrid\/cloud\/exchange-online"/,
    );
  });

  test("is that of Exchange Online where every mailbox is there", () => {
    const online = stepsOf({ exchange: null, cloud: { mailboxesOnlineOnly: true } });
    expect(JSON.stringify(step("CsOAuthConfiguration/Global/exchange-online", online))).toContain(
      "https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc",
    );
  });

  test("is warned of at synthesis when it ends in .xml, and still written", () => {
    const autodiscoverUrl = "https://autodiscover.contoso.com/autodiscover/autodiscover.xml";
    const { findings, error, warnings } = synthesize((stack) => declareTrust(stack, { exchange: { autodiscoverUrl } }));
    expect(error).toBeUndefined();
    expect(findings.map(({ rule }) => rule)).toContain("HYB-TRU-068");
    expect(warnings).toContain("does not end in .svc");
  });
});

describe("a trust is refused", () => {
  const exchange: readonly (readonly [string, Partial<ExchangeTrustProps>, RegExp])[] = [
    ["over plain http", { autodiscoverUrl: "http://autodiscover.contoso.com/a.svc" }, /begins with https:\/\//],
    ["without an Exchange server", { exchange: { servers: [] } }, /"exchange.servers" is empty/],
    ["with a server that has no full name", { exchange: { servers: ["ex01"] } }, /it is one label only/],
  ];
  test.each(exchange)("%s", (_what, props, refusal) => {
    expect(declaring({ exchange: props })).toThrow(refusal);
  });

  const cloud: readonly (readonly [string, Partial<CloudTrustProps>, RegExp])[] = [
    ["with a tenant id that is none", { tenantId: "contoso" }, /"tenantId" must be a GUID, got "contoso": copy it/],
    ["without a pool", { webServices: [] }, /"webServices" is empty/],
  ];
  test.each(cloud)("%s", (_what, props, refusal) => {
    expect(declaring({ cloud: props })).toThrow(refusal);
  });

  test("in a cloud whose token server no document names", () => {
    const endpoints = { proxyFqdn: "sipfed.gov.example", autodiscoverUrl: "https://webdir.gov.example/root" };
    expect(() =>
      synthesize((stack) => {
        const hybrid = declareTrust(stack, { cloud: null });
        const settings = { cloud: Cloud.gccHigh(endpoints) };
        const tenant = OnlineTenant.fromInitialDomain(hybrid, "gov", "contoso.onmicrosoft.us", settings);
        const certificate = hybrid.node.findChild("oauth") as OAuthCertificate;
        new CloudTrust(hybrid, "cloud", {
          certificate,
          tenant,
          tenantId: TENANT_ID,
          webServices: ["webext.contoso.com"],
          sharedPrincipal: SharedPrincipal.accepted("A test."),
        });
      }),
    ).toThrow(/lives in the cloud "gcc-high": the address of its token server is not documented/);
  });

  test.each([
    ["", /Exchange Online withdraws the principal .* Say in a sentence why/],
    ["${var.reason}", /exists only after terraform apply/],
  ])("when nobody says why the shared principal is accepted: %p", (reason, refusal) => {
    expect(() => SharedPrincipal.accepted(reason)).toThrow(refusal);
  });
});

test("a trust on the shared principal is warned of whenever it is synthesized, in the words of who accepted it", () => {
  const { warnings } = synthesize((stack) => declareTrust(stack));
  expect(warnings).toMatch(/HYB-TRU-101 .*Accepted because: Until the dedicated application is there\./);
});

test("a GUID is compared in one form", () => {
  expect(parseGuid("id", " 11111111-2222-3333-4444-AAAAAAAAAAAA ")).toBe("11111111-2222-3333-4444-aaaaaaaaaaaa");
  for (const wrong of ["", "11111111222233334444aaaaaaaaaaaa", "{11111111-2222-3333-4444-aaaaaaaaaaaa}"]) {
    expect(() => parseGuid("id", wrong)).toThrow(/must be a GUID/);
  }
  expect(() => parseGuid("id", "${data.tenant}")).toThrow(/only after terraform apply/);
});
