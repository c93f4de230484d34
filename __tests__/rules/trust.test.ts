import { AUTODISCOVER_SERVICE } from "../../lib/rules/autodiscover-service";
import { ONE_TENANT } from "../../lib/rules/one-tenant";
import { ONE_TOKEN_CERTIFICATE } from "../../lib/rules/one-token-certificate";
import { SHARED_PRINCIPAL_WITHDRAWN } from "../../lib/rules/shared-principal-withdrawn";
import { TOKEN_CERTIFICATE_NAMES } from "../../lib/rules/token-certificate-names";
import { messages, violations } from "./model-fixture";

const CERTIFICATE = { source: "contoso/hybrid/oauth", thumbprint: "AA11", names: ["contoso.com"] };
const SERVICE = "https://autodiscover.contoso.com/autodiscover/autodiscover.svc";

describe("the certificate of the tokens", () => {
  test("is one: a second one is refused, and nobody may accept it", () => {
    const second = { ...CERTIFICATE, source: "contoso/hybrid/other", thumbprint: "BB22" };
    const [found, ...rest] = violations(ONE_TOKEN_CERTIFICATE, { oauthCertificates: [CERTIFICATE, second] });
    expect(rest).toEqual([]);
    expect(found?.message).toBe("2 certificates are declared for the tokens of the servers: AA11, BB22.");
    expect(found?.source).toBe("contoso/hybrid/oauth, contoso/hybrid/other");
    expect(found?.fix).toContain("A renewal names the new file in the one that is there.");
    expect(violations(ONE_TOKEN_CERTIFICATE, { oauthCertificates: [CERTIFICATE] })).toEqual([]);
    expect(violations(ONE_TOKEN_CERTIFICATE)).toEqual([]);
  });

  test.each([["contoso.com"], ["lync01.contoso.com"], ["contoso.com", "fabrikam.com"]])("may name %p", (...names) => {
    expect(violations(TOKEN_CERTIFICATE_NAMES, { oauthCertificates: [{ ...CERTIFICATE, names }] })).toEqual([]);
  });

  test.each([
    [["fabrikam.com"], "names fabrikam.com, but not the default SIP domain contoso.com"],
    [["notcontoso.com"], "names notcontoso.com, but not"],
    [[], "names no host, but not"],
  ])("is odd when it names %p", (names, said) => {
    expect(messages(TOKEN_CERTIFICATE_NAMES, { oauthCertificates: [{ ...CERTIFICATE, names }] })).toEqual([
      expect.stringContaining(said),
    ]);
  });
});

describe("the address of Autodiscover", () => {
  const at = (autodiscoverUrl: string): Parameters<typeof violations>[1] => ({
    exchangeTrusts: [{ source: "contoso/hybrid/exchange", autodiscoverUrl }],
  });

  test("ends in .svc, however it is written", () => {
    expect(violations(AUTODISCOVER_SERVICE, at(SERVICE))).toEqual([]);
    expect(violations(AUTODISCOVER_SERVICE, at(SERVICE.replace(".svc", ".SVC")))).toEqual([]);
  });

  test("is warned of when it is the one of mail clients, with the right one named", () => {
    const [found] = violations(AUTODISCOVER_SERVICE, at(SERVICE.replace(".svc", ".xml")));
    expect(found?.message).toContain("autodiscover.xml, which does not end in .svc");
    expect(found?.fix).toContain(`Write ${SERVICE} as`);
  });
});

describe("a trust on the shared principal", () => {
  const trust = { source: "contoso/hybrid/cloud", tenant: "contoso.onmicrosoft.com", sharedPrincipal: "until March" };

  test("is always warned of, with what stops and who accepted it why", () => {
    const [found] = violations(SHARED_PRINCIPAL_WITHDRAWN, { cloudTrusts: [trust] });
    expect(found?.message).toMatch(/principal that Microsoft withdraws: .* stop\. Accepted because: until March$/);
    expect(found?.fix).toContain("acknowledge HYB-TRU-101 until then");
    expect(violations(SHARED_PRINCIPAL_WITHDRAWN)).toEqual([]);
  });

  test("is with the tenant of the deployment and no other", () => {
    expect(violations(ONE_TENANT, { cloudTrusts: [trust] })).toEqual([]);
    const other = { ...trust, tenant: "fabrikam.onmicrosoft.com" };
    expect(messages(ONE_TENANT, { cloudTrusts: [other] })).toEqual([
      "2 tenants are named: contoso.onmicrosoft.com, fabrikam.onmicrosoft.com.",
    ]);
  });
});
