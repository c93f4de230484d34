import { App, TerraformStack } from "cdktf";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EdgePool, FrontEndPool, HybridDeployment, OnlineTenant, ServerVersion, SipDomain } from "../../lib";
import { AccessEdge } from "../../lib/topology/access-edge";
import { modelOf } from "../../lib/deployment/declaration";
import { Baseline, DeployedStep } from "../../lib/runbook/baseline";
import { declareContoso, temporaryFolder } from "../instruments/contoso";
import { contosoModel } from "./model-fixture";
import { sentence, Synthesis, synthesize } from "./synthesis";

const output = (synthesis: Synthesis): boolean => existsSync(join(synthesis.outdir, "stacks", "contoso"));

function twoDefaults(hybrid: HybridDeployment): void {
  new SipDomain(hybrid, "fabrikam-com", { name: "fabrikam.com", isDefault: true });
}

function secondEdge(hybrid: HybridDeployment): void {
  const nextHop = new FrontEndPool(hybrid, "lync02", {
    fqdn: "lync02.contoso.local",
    version: ServerVersion.LYNC_2013,
    build: "5.0.8308.956",
  });
  new EdgePool(hybrid, "edge02", {
    fqdn: "edge02.contoso.local",
    version: ServerVersion.LYNC_2013,
    accessEdge: AccessEdge.of("sip2.contoso.com", "203.0.113.11"),
    nextHop,
  });
}

function appliedProvider(): DeployedStep {
  return {
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
        settings: "0".repeat(64),
        createdByUs: "yes",
        foundAs: null,
        before: [],
      },
    ],
  };
}

describe("the model of the rules", () => {
  test("is what the rooms of main.ts say", () => {
    const stack = new TerraformStack(new App({ outdir: temporaryFolder() }), "contoso");
    // The baseline is the roof's, not a room's.
    expect(modelOf(declareContoso(stack))).toEqual({ ...contosoModel(), baselines: [] });
  });
});

describe("a deployment that the rules refuse", () => {
  const refused = synthesize((stack) => {
    const hybrid = declareContoso(stack);
    twoDefaults(hybrid);
    secondEdge(hybrid);
  });

  test("is refused once, with every finding and in one order", () => {
    expect(sentence(refused.error).split("\n")).toEqual([
      'stack "contoso" is refused, 3 findings; nothing but findings/contoso.json was written, an earlier output stays as it was:',
      expect.stringMatching(
        /^error HYB-SIP-005 2 SIP domains are the default: contoso.com, fabrikam.com\. Declare .*\)$/,
      ),
      expect.stringMatching(
        /^error HYB-TOP-007 lync02.contoso.local .* has build 5\.0\.8308\.956, .*\(contoso\/hybrid\/lync02\)$/,
      ),
      expect.stringMatching(/^error HYB-TOP-009 2 Edge pools have federation: .*\)$/),
    ]);
  });

  test("leaves every finding in its file, warnings among them", () => {
    expect(refused.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "warning HYB-FED-019",
      "info HYB-FED-101B",
      "info HYB-FED-101B",
      "error HYB-SIP-005",
      "error HYB-TOP-007",
      "error HYB-TOP-009",
    ]);
  });

  test("leaves no output of the stack", () => {
    expect(output(refused)).toBe(false);
  });
});

describe("an earlier output", () => {
  test("stays as it was when the next synthesis is refused", () => {
    const { outdir } = synthesize((stack) => declareContoso(stack));
    const manifest = (): string => readFileSync(join(outdir, "stacks", "contoso", "onprem", "manifest.json"), "utf8");
    const before = manifest();
    const { error, findings } = synthesize((stack) => {
      twoDefaults(declareContoso(stack));
    }, outdir);
    expect(sentence(error)).toContain("HYB-SIP-005");
    expect(findings.map(({ rule }) => rule)).toContain("HYB-SIP-005");
    expect(manifest()).toBe(before);
  });
});

describe("a shared address space of the baseline", () => {
  const baseline: Baseline = { schema: 1, steps: [appliedProvider()] };

  test("is refused to be taken back while people are homed on-premises", () => {
    const { error } = synthesize((stack) => declareContoso(stack, { shared: false, baseline }));
    expect(sentence(error)).toContain(
      "error HYB-SSA-031 60 people are homed on lync01.contoso.local, and CsHostingProvider/Office365 would be taken back",
    );
  });

  test("is no matter when it was undone: nothing of it stands", () => {
    const undone: Baseline = { schema: 1, steps: [{ ...appliedProvider(), state: "undone" }] };
    const { error } = synthesize((stack) => declareContoso(stack, { shared: false, baseline: undone }));
    expect(error).toBeUndefined();
  });

  test("is taken back when nobody is left", () => {
    const { error } = synthesize((stack) => declareContoso(stack, { shared: false, baseline, homedUsers: 0 }));
    expect(error).toBeUndefined();
  });
});

describe("a deployment without rooms", () => {
  test("is refused by one sentence", () => {
    const { error, findings } = synthesize((stack) => new HybridDeployment(stack, "hybrid"));
    expect(sentence(error)).toContain(
      "error HYB-DEP-101 The deployment declares no pool, no Edge, no SIP domain and no tenant.",
    );
    expect(findings.map(({ rule }) => rule)).toEqual(["HYB-DEP-101"]);
  });
});

describe("a deployment with a warning", () => {
  const warned = synthesize((stack) => declareContoso(stack));

  test("is written, and the warning is in findings and on stderr", () => {
    expect(warned.error).toBeUndefined();
    expect(output(warned)).toBe(true);
    expect(warned.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "warning HYB-FED-019",
      "info HYB-FED-101B",
      "info HYB-FED-101B",
    ]);
    expect(warned.warnings).toMatch(
      /^contoso: warning HYB-FED-019 contoso\.onmicrosoft\.com lets in allowed partners only, /,
    );
  });
});

describe("a room of another deployment", () => {
  test("is no part of this one", () => {
    const app = new App({ outdir: temporaryFolder() });
    const other = declareContoso(new TerraformStack(app, "other"));
    const pool = other.node.findChild("lync01") as FrontEndPool;
    const { error } = synthesize((stack) => {
      const hybrid = new HybridDeployment(stack, "hybrid");
      OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
      new SipDomain(hybrid, "contoso-com", { name: "contoso.com", isDefault: true });
      new EdgePool(hybrid, "edge01", {
        fqdn: "edge01.contoso.local",
        version: ServerVersion.LYNC_2013,
        accessEdge: AccessEdge.of("sip.contoso.com", "203.0.113.10"),
        nextHop: pool,
      });
    });
    expect(sentence(error)).toContain(
      "error HYB-TOP-011 edge01.contoso.local hands its traffic to lync01.contoso.local, which is no pool or Director of this deployment.",
    );
  });
});
