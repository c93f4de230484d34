import { TerraformStack } from "cdktf";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AccessEdge,
  EdgePool,
  ExchangeHybridApplication,
  ExchangeHybridApplicationProps,
  ExchangeOnPremises,
  ExchangeVersion,
  FrontEndPool,
  HybridDeployment,
  OnlineTenant,
  ServerVersion,
  SipDomain,
} from "../../lib";
import { baselineText, EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { temporaryFolder } from "../instruments/contoso";
import { sentence, Synthesis, synthesize } from "../rules/synthesis";

const CERTIFICATE = join(__dirname, "../trust/token-certificate.pem");

export interface HybridApplicationOptions extends Partial<ExchangeHybridApplicationProps> {
  readonly version?: ExchangeVersion;
  /** Without it everything but the application is declared. */
  readonly application?: boolean;
}

function declare(stack: TerraformStack, { version, application, ...props }: HybridApplicationOptions): void {
  const hybrid = newRoof(stack);
  const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
  const exchange = new ExchangeOnPremises(hybrid, "exchange", {
    version: version ?? ExchangeVersion.EXCHANGE_2019,
    servers: ["ex01.contoso.local"],
  });
  if (application === false) return;
  new ExchangeHybridApplication(hybrid, "hybrid-application", {
    exchange,
    tenant,
    displayName: "contoso-exchange-hybrid",
    certificate: CERTIFICATE,
    authServer: "EvoSts - 11111111-2222-3333-4444-555555555555",
    domains: ["contoso.mail.onmicrosoft.com", "contoso.com"],
    ...props,
  });
}

export function synthHybridApplication(
  options: HybridApplicationOptions = {},
): Synthesis & { readonly stackDir: string } {
  const synthesis = synthesize((stack) => {
    declare(stack, options);
  });
  if (synthesis.error !== undefined) throw new Error(sentence(synthesis.error));
  return { ...synthesis, stackDir: join(synthesis.outdir, "stacks", "contoso") };
}

/** A company with one pool of Skype for Business Server 2019 and one SIP domain, and nothing of Exchange yet. */
function newRoof(stack: TerraformStack): HybridDeployment {
  const deployed = join(temporaryFolder(), "baseline.json");
  writeFileSync(deployed, baselineText(EMPTY_BASELINE));
  const hybrid = new HybridDeployment(stack, "hybrid", { deployed });
  const version = ServerVersion.SKYPE_FOR_BUSINESS_2019;
  const build = version.minimumBuild ?? "";
  const nextHop = new FrontEndPool(hybrid, "pool", { fqdn: "sfb01.contoso.local", version, build });
  new EdgePool(hybrid, "edge01", {
    fqdn: "edge01.contoso.local",
    version,
    build,
    accessEdge: AccessEdge.of("sip.contoso.com", "203.0.113.10"),
    nextHop,
  });
  new SipDomain(hybrid, "contoso-com", { name: "contoso.com", isDefault: true });
  return hybrid;
}
