import { App, TerraformStack } from "cdktf";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AccessEdge,
  Director,
  EdgeFederation,
  EdgePool,
  FederationPolicy,
  FrontEndPool,
  HybridDeployment,
  OnlineTenant,
  ServerVersion,
  SharedAddressSpace,
  SipDomain,
  TenantFederation,
} from "../../lib";
import { Finding } from "../../lib/rules/finding";
import { synthQuietly } from "../instruments/contoso";
import { declaredByExample } from "../instruments/examples";
import { sentence } from "./synthesis";

/**
 * The reference deployments, each with one change that must not be. Their other variants need rooms that do not exist yet,
 * and the validation table says so (`later`): records and certificates (V32, V37), forests and directory sync (V43, V45,
 * V46), moves (V57), hosted voicemail (V58).
 */
interface Variant {
  readonly example: string;
  readonly change: (hybrid: HybridDeployment, app: App) => void;
}

interface Refusal {
  /** `severity rule subject` of what is an error. */
  readonly errors: readonly string[];
  readonly said: string;
  /** Whether anything of the stack was written. */
  readonly written: boolean;
}

function refusalOf({ example, change }: Variant): Refusal {
  const app = declaredByExample(example);
  change(app.node.findChild(example).node.findChild("hybrid") as HybridDeployment, app);
  let thrown: unknown;
  try {
    synthQuietly(app);
  } catch (error) {
    thrown = error;
  }
  const file = readFileSync(join(app.outdir, "findings", `${example}.json`), "utf8");
  const { findings } = JSON.parse(file) as { findings: readonly Finding[] };
  return {
    errors: findings.filter(({ severity }) => severity === "error").map(({ rule, subject }) => `${rule} ${subject}`),
    said: sentence(thrown),
    written: existsSync(join(app.outdir, "stacks", example)),
  };
}

/** Takes out what is declared under this name, for another to take its place. */
function without(hybrid: HybridDeployment, name: string): void {
  if (!hybrid.node.tryRemoveChild(name)) throw new Error(`the example declares no ${name}`);
}

/** The rooms cannot write this one: the tenant repeats the policy it was given. So the Edge is exchanged behind its back. */
function closeOnPremisesOnly(hybrid: HybridDeployment): void {
  const edgePool = hybrid.node.findChild("edge01") as EdgePool;
  without(hybrid, "edge");
  const policy = FederationPolicy.closed({ allowed: ["fabrikam.com"], blocked: ["blocked.example"] });
  new EdgeFederation(hybrid, "edge", { edgePool, policy });
}

function federateThroughBothEdges(hybrid: HybridDeployment): void {
  const nextHop = hybrid.node.findChild("director") as Director;
  without(hybrid, "edge-amer");
  new EdgePool(hybrid, "edge-amer", {
    fqdn: "edgepool-amer.corp.contoso.com",
    version: ServerVersion.SKYPE_FOR_BUSINESS_2019,
    build: "7.0.2046.385",
    accessEdge: AccessEdge.of("sip-amer.contoso.com", "198.51.100.20"),
    nextHop,
  });
}

/** The forest of the acquired company, with servers of its own, hybrid with the tenant of the group. */
function bothForestsHybrid(_: HybridDeployment, app: App): void {
  const hybrid = new HybridDeployment(new TerraformStack(app, "adatum"), "hybrid");
  const server = { version: ServerVersion.SKYPE_FOR_BUSINESS_2015, build: "6.0.9319.619" };
  const nextHop = new FrontEndPool(hybrid, "pool1", { ...server, fqdn: "pool1.adatum.local", homedUsers: 300 });
  const edgePool = new EdgePool(hybrid, "edge1", {
    ...server,
    fqdn: "edge1.adatum.local",
    accessEdge: AccessEdge.of("sip.adatum.com", "203.0.113.60"),
    nextHop,
  });
  const domains = [new SipDomain(hybrid, "adatum-com", { name: "adatum.com", isDefault: true })];
  const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contosogroup.onmicrosoft.com");
  const policy = FederationPolicy.closed({ allowed: ["northwindtraders.com"] });
  const edge = new EdgeFederation(hybrid, "edge", { edgePool, policy });
  const online = new TenantFederation(hybrid, "tenant-federation", { tenant, matching: edge });
  new SharedAddressSpace(hybrid, "shared-space", { edge, online, domains });
}

describe("the small reference deployment, closed on-premises and open in the tenant", () => {
  const refused = refusalOf({ example: "contoso-small", change: closeOnPremisesOnly });

  test("is refused for its two models of federation, and for nothing else", () => {
    expect(refused.errors).toEqual(["HYB-FED-016 contoso.onmicrosoft.com"]);
    expect(refused.said).toContain(
      "edge01.contoso.local is closed and contoso.onmicrosoft.com is open: a partner would reach people on one side",
    );
    expect(refused.written).toBe(false);
  });
});

describe("the enterprise reference deployment, with federation through the American Edge too", () => {
  const refused = refusalOf({ example: "contoso-enterprise", change: federateThroughBothEdges });

  test("is refused for its second federation Edge, and for nothing else", () => {
    expect(refused.errors).toEqual(["HYB-TOP-009 federation Edge"]);
    expect(refused.said).toMatch(/2 Edge pools have federation: .*edgepool-amer.*edgepool-emea/);
    expect(refused.written).toBe(false);
  });
});

describe("the group reference deployment, with the acquired forest hybrid too", () => {
  const refused = refusalOf({ example: "contoso-group", change: bothForestsHybrid });

  test("is refused for the second hybrid forest of the tenant, and for nothing else", () => {
    expect(refused.errors).toEqual(["HYB-SSA-002 contosogroup.onmicrosoft.com"]);
    expect(refused.said).toContain("one forest at a time is hybrid");
    expect(refused.written).toBe(false);
  });
});
