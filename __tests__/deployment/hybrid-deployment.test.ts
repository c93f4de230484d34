import { Annotations, App, LocalBackend, S3Backend, TerraformStack, Token } from "cdktf";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AccessEdge,
  EdgePool,
  FrontEndPool,
  HybridDeployment,
  LicenceGroup,
  OnlineTenant,
  ServerVersion,
  SipDomain,
  TenantAdministration,
} from "../../lib";
import { declareContoso, synthContoso, synthQuietly, temporaryFolder } from "../instruments/contoso";
import { folderContent } from "../instruments/folder-content";
import { emptyApp } from "./empty-app";

/** The least that the rules accept: one pool, one federation Edge, one default domain, one tenant. */
function smallest(hybrid: HybridDeployment): void {
  const version = ServerVersion.LYNC_2013;
  const nextHop = new FrontEndPool(hybrid, "pool", { fqdn: "lync01.contoso.local", version });
  const accessEdge = AccessEdge.of("sip.contoso.com", "203.0.113.10");
  new EdgePool(hybrid, "edge", { fqdn: "edge01.contoso.local", version, accessEdge, nextHop });
  new SipDomain(hybrid, "domain", { name: "contoso.com", isDefault: true });
  OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
}

function json(outdir: string): { terraform: { backend: object }; provider: Record<string, object[]> } {
  const text = readFileSync(join(outdir, "stacks", "contoso", "cdk.tf.json"), "utf8");
  return JSON.parse(text) as { terraform: { backend: object }; provider: Record<string, object[]> };
}

describe("a hybrid deployment", () => {
  test("stands in a stack, alone", () => {
    const { app, stack } = emptyApp();
    new HybridDeployment(stack, "hybrid");
    expect(() => new HybridDeployment(stack, "second")).toThrow(/already holds the HybridDeployment "contoso\/hybrid"/);
    expect(() => new HybridDeployment(app, "outside")).toThrow(/inside a TerraformStack/);
  });

  test("may stand beside another one in a second stack", () => {
    const { app, stack } = emptyApp();
    declareContoso(stack);
    declareContoso(new TerraformStack(app, "adatum"), { shared: false });
    expect(synthQuietly(app)).toContain("HYB-FED-019");
    expect(existsSync(join(app.outdir, "stacks", "adatum", "onprem", "RUNBOOK.md"))).toBe(true);
  });

  test("refuses to guess where the on-premises steps run: neither a pool nor a host is declared", () => {
    const { app, stack } = emptyApp();
    const hybrid = new HybridDeployment(stack, "hybrid");
    hybrid.acknowledge("HYB-DEP-101", { reason: "everything is taken back", until: "2027-01-31" });
    expect(() => synthQuietly(app)).toThrow(/declares neither a FrontEndPool nor a managementHost/);
  });

  test("refuses a room outside of it", () => {
    const { stack } = emptyApp();
    expect(() => new SipDomain(stack, "lonely", { name: "contoso.com" })).toThrow(/outside a HybridDeployment/);
  });

  test("refuses a baseline that is missing, and prints the empty one to commit", () => {
    const { stack } = emptyApp();
    expect(() => new HybridDeployment(stack, "hybrid", { deployed: "deployed/nowhere.json" })).toThrow(
      /does not exist.*\n\{"schema":1,"steps":\[\]\}/,
    );
  });

  test.each([
    ["that is no JSON", "{"],
    ["of another schema", '{"schema":2,"steps":[]}'],
    ["without steps", '{"schema":1}'],
    ["with half a step", '{"schema":1,"steps":[{"id":"CsSipDomain/contoso.com"}]}'],
  ])("refuses a baseline %s", (_what, text) => {
    const { stack } = emptyApp();
    const path = join(temporaryFolder(), "contoso.json");
    writeFileSync(path, text);
    expect(() => new HybridDeployment(stack, "hybrid", { deployed: path })).toThrow(/is not a baseline/);
  });

  test("warns when no baseline is named: nothing would ever be taken back", () => {
    const { app, stack } = emptyApp();
    const hybrid = new HybridDeployment(stack, "hybrid");
    smallest(hybrid);
    expect(synthQuietly(app)).toContain("HYB-DEP-102");
  });

  test("keeps the user's backend and provider, also when they are declared after it", () => {
    const { app, stack, outdir } = emptyApp();
    const hybrid = new HybridDeployment(stack, "hybrid");
    smallest(hybrid);
    new S3Backend(stack, { bucket: "states", key: "contoso", region: "eu-west-1" });
    new AzureadProvider(stack, "mine", { tenantId: "00000000-0000-4000-8000-000000000001" });
    synthQuietly(app);
    expect(Object.keys(json(outdir).terraform.backend)).toEqual(["s3"]);
    expect(json(outdir).provider.azuread).toEqual([{ tenant_id: "00000000-0000-4000-8000-000000000001" }]);
  });

  test("gives a stack without backend a state beside main.ts, not an absolute path", () => {
    const { app, stack, outdir } = emptyApp();
    const hybrid = new HybridDeployment(stack, "hybrid");
    smallest(hybrid);
    synthQuietly(app);
    expect(json(outdir).terraform.backend).toEqual({ local: { path: "../../../terraform.contoso.tfstate" } });
  });

  test("refuses HCL output, which would be empty", () => {
    const outdir = join(temporaryFolder(), "cdktf.out");
    mkdirSync(outdir);
    const stack = new TerraformStack(new App({ outdir, hclOutput: true }), "contoso");
    expect(() => new HybridDeployment(stack, "hybrid")).toThrow(/HCL output/);
  });

  test("refuses to be synthesized twice: the second output would be a mixture", () => {
    const { app, stack } = emptyApp();
    declareContoso(stack);
    synthQuietly(app);
    expect(() => synthQuietly(app)).toThrow(/synthesized already/);
  });
});

describe("nothing half is written", () => {
  test("when a subject is declared twice: both places are named", () => {
    const { app, stack, outdir } = emptyApp();
    const hybrid = declareContoso(stack);
    new SipDomain(hybrid, "again", { name: "CONTOSO.com" });
    expect(() => synthQuietly(app)).toThrow(/contoso\/hybrid\/again|contoso\/hybrid\/contoso-com/);
    expect(existsSync(join(outdir, "stacks", "contoso"))).toBe(false);
  });

  test("when steps wait for each other: the cycle is printed", () => {
    const { app, stack, outdir } = emptyApp();
    const hybrid = declareContoso(stack);
    hybrid.node.findChild("contoso-com").node.addDependency(hybrid.node.findChild("shared-space"));
    expect(() => synthQuietly(app)).toThrow(
      "wait for each other: CsHostingProvider/Office365 -> CsSipDomain/contoso.com -> CsHostingProvider/Office365",
    );
    expect(existsSync(join(outdir, "stacks", "contoso"))).toBe(false);
  });

  test("over an earlier output, which stays as it was", () => {
    const { app, stack, outdir } = emptyApp();
    declareContoso(stack);
    synthQuietly(app);
    const before = folderContent(join(outdir, "stacks"));
    const later = new App({ outdir });
    const hybrid = declareContoso(new TerraformStack(later, "contoso"));
    new SipDomain(hybrid, "other-default", { name: "fabrikam.net", isDefault: true });
    expect(() => synthQuietly(later)).toThrow(/HYB-SIP-005/);
    expect(folderContent(join(outdir, "stacks"))).toEqual(before);
  });

  test("when another construct refuses: under the command line an error annotation does not throw", () => {
    const before = process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS;
    process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS = "true";
    try {
      const { app, stack, outdir } = emptyApp();
      const hybrid = declareContoso(stack);
      Annotations.of(hybrid).addError("not in this company");
      synthQuietly(app);
      expect(existsSync(join(outdir, "stacks", "contoso", "onprem"))).toBe(false);
    } finally {
      if (before === undefined) delete process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS;
      else process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS = before;
    }
  });

  test("removes what an earlier synthesis wrote and this one does not", () => {
    const { app, stack, outdir } = emptyApp();
    declareContoso(stack);
    synthQuietly(app);
    const stale = join(outdir, "stacks", "contoso", "onprem", "20-federate", "stale.ps1");
    writeFileSync(stale, "Remove-Everything");
    const later = new App({ outdir });
    declareContoso(new TerraformStack(later, "contoso"));
    synthQuietly(later);
    expect(existsSync(stale)).toBe(false);
  });
});

describe("values that only Terraform knows", () => {
  const later = Token.asString({ resolve: () => "later.contoso.com" });

  test.each(["${var.domain}", later])("are refused where a name is needed, with the reason: %s", (value) => {
    const { stack } = emptyApp();
    const hybrid = new HybridDeployment(stack, "hybrid");
    expect(() => new SipDomain(hybrid, "domain", { name: value })).toThrow(/exists only after terraform apply/);
    expect(() => new FrontEndPool(hybrid, "pool", { fqdn: value, version: ServerVersion.LYNC_2013 })).toThrow(
      /exists only after terraform apply/,
    );
  });

  test("are refused as a number, which cdktf encodes as a huge negative", () => {
    const { stack } = emptyApp();
    const hybrid = new HybridDeployment(stack, "hybrid");
    const props = {
      fqdn: "lync01.contoso.local",
      version: ServerVersion.LYNC_2013,
      homedUsers: Token.asNumber({ resolve: () => 1 }),
    };
    expect(() => new FrontEndPool(hybrid, "pool", props)).toThrow(/exists only after terraform apply/);
  });
});

describe("the certificate that signs in", () => {
  function administration(pem: string): () => TenantAdministration {
    const path = join(temporaryFolder(), "certificate.pem");
    writeFileSync(path, pem);
    const { stack } = emptyApp();
    const hybrid = new HybridDeployment(stack, "hybrid");
    return () => new TenantAdministration(hybrid, "automation", { displayName: "automation", certificate: path });
  }

  test("is refused when a private key stands beside it: it would end in the state", () => {
    expect(administration("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")).toThrow(
      /holds a private key/,
    );
  });

  test("is refused when it is none", () => {
    expect(administration("hello")).toThrow(/no public certificate/);
  });
});

describe("names that Terraform would merge without a word", () => {
  function groups(second: { displayName: string; key?: string }): () => LicenceGroup {
    const { stack } = emptyApp();
    const hybrid = new HybridDeployment(stack, "hybrid");
    new LicenceGroup(hybrid, "first", { displayName: "pilot one", description: "first" });
    return () => new LicenceGroup(hybrid, "second", { ...second, description: "second" });
  }

  test("are refused, with both places and the property that helps", () => {
    expect(groups({ displayName: "Pilot_One" })).toThrow(
      /"contoso\/hybrid\/first\/group" and "contoso\/hybrid\/second\/group".*set the "key" property/,
    );
  });

  test("are told apart by that property", () => {
    expect(groups({ displayName: "Pilot_One", key: "pilot-two" })).not.toThrow();
  });

  test("are no problem for a role that two applications hold: it is one role", () => {
    const { app, stack, outdir } = emptyApp();
    const hybrid = new HybridDeployment(stack, "hybrid");
    smallest(hybrid);
    const certificate = "deployed/contoso-hybrid-automation.pem";
    new TenantAdministration(hybrid, "one", { displayName: "one", certificate });
    new TenantAdministration(hybrid, "two", { displayName: "two", certificate });
    synthQuietly(app);
    const text = readFileSync(join(outdir, "stacks", "contoso", "cdk.tf.json"), "utf8");
    const { resource } = JSON.parse(text) as { resource: Record<string, object> };
    expect(Object.keys(resource.azuread_directory_role ?? {})).toEqual(["Teams_Administrator"]);
    expect(Object.keys(resource.azuread_directory_role_assignment ?? {})).toEqual(["one", "two"]);
  });
});

test("a group without a description is refused: its owner would not know what it is for", () => {
  const { stack } = emptyApp();
  const hybrid = new HybridDeployment(stack, "hybrid");
  new LocalBackend(stack, { path: "x" });
  expect(() => new LicenceGroup(hybrid, "pilot", { displayName: "pilot", description: " " })).toThrow(
    /"description" must not be empty/,
  );
});

test("the one expected warning of main.ts is said, and is in the findings", () => {
  const { outdir, warnings } = synthContoso();
  const { findings } = JSON.parse(readFileSync(join(outdir, "findings", "contoso.json"), "utf8")) as {
    findings: { rule: string; severity: string }[];
  };
  const said = findings.filter(({ severity }) => severity !== "info");
  expect(said.map(({ rule, severity }) => [rule, severity])).toEqual([["HYB-FED-019", "warning"]]);
  expect(warnings.trim().split("\n")).toEqual([expect.stringContaining("warning HYB-FED-019") as string]);
});
