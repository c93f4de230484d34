import { join } from "node:path";
import {
  AccessEdge,
  EdgePool,
  ExchangeOnPremises,
  ExchangeVersion,
  FrontEndPool,
  HybridDeployment,
  HybridModernAuthentication,
  HybridModernAuthenticationProps,
  ModernAuthenticationStage,
  ModernAuthenticationSwitch,
  OnlineTenant,
  ServerVersion,
  SipDomain,
} from "../../lib";
import { sentence, Synthesis, synthesize } from "../rules/synthesis";

export const TENANT_ID = "11111111-2222-3333-4444-555555555555";
export const STAYS_BEHIND = "Lync 2010 clients and the phones in the halls.";

export interface ModernOptions {
  readonly version?: ServerVersion;
  readonly stage?: ModernAuthenticationStage;
  readonly props?: Partial<HybridModernAuthenticationProps>;
  readonly exchangeBuild?: string;
}

/** The least that is a hybrid, with Exchange 2019, and modern authentication switched everywhere that is ours. */
export function declareModern(options: ModernOptions = {}): Synthesis {
  const { version = ServerVersion.SKYPE_FOR_BUSINESS_2019, stage = ModernAuthenticationStage.SWITCHED } = options;
  return synthesize((stack) => {
    const hybrid = new HybridDeployment(stack, "hybrid");
    const build = version.minimumBuild === undefined ? {} : { build: version.minimumBuild };
    const pool = new FrontEndPool(hybrid, "pool", { fqdn: "lync01.contoso.local", version, ...build });
    const accessEdge = AccessEdge.of("sip.contoso.com", "203.0.113.10");
    new EdgePool(hybrid, "edge", { fqdn: "edge01.contoso.local", version, ...build, accessEdge, nextHop: pool });
    // the domain that the simulated servers have already
    new SipDomain(hybrid, "adatum", { name: "adatum.local", isDefault: true });
    const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
    const servers = new ExchangeOnPremises(hybrid, "exchange", {
      version: ExchangeVersion.EXCHANGE_2019,
      servers: ["ex01.contoso.local"],
    });
    new HybridModernAuthentication(hybrid, "modern", {
      tenant,
      tenantId: TENANT_ID,
      webServices: [{ pool, external: "webext.contoso.com" }],
      stage,
      staysBehind: STAYS_BEHIND,
      exchangeHybrid: "classic",
      passiveAuthentication: false,
      exchangeServers: ModernAuthenticationSwitch.byUs(),
      exchangeOnline: ModernAuthenticationSwitch.onAlready("The messaging team saw it on, 2026-11-02."),
      teams: ModernAuthenticationSwitch.onAlready("Teams signs in no other way."),
      exchange: { servers, build: options.exchangeBuild ?? "15.2.1544.4" },
      ...options.props,
    });
  });
}

export function modernFolder(options: ModernOptions = {}): string {
  const { outdir, error } = declareModern(options);
  if (error !== undefined) throw new Error(sentence(error));
  return join(outdir, "stacks", "contoso", "onprem");
}

/** What a declaration is refused with, by a constructor or by a rule. */
export function refusalOf(options: ModernOptions): string {
  try {
    return sentence(declareModern(options).error);
  } catch (error) {
    return sentence(error);
  }
}
