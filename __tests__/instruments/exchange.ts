import { TerraformStack } from "cdktf";
import { join } from "node:path";
import {
  AccessEdge,
  EdgePool,
  ExchangeOnPremises,
  ExchangeVersion,
  FrontEndPool,
  HybridDeployment,
  OnlineTenant,
  OutlookWebMessaging,
  OutlookWebTrust,
  ServerVersion,
  SipDomain,
} from "../../lib";
import { Baseline, baselineText, EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { sentence, Synthesis, synthesize } from "../rules/synthesis";
import { temporaryFolder } from "./contoso";
import { ExchangeState, SimulatedServer, Simulator, SimulatorState } from "./simulator";
import { writeFileSync } from "node:fs";

export const OLD_CERTIFICATE = "CDF34A740E9D225A1A06193A9D44B2CE22775308";
export const NEW_CERTIFICATE = "0F4E220212440250F92B9CEA7FD8D40BA51374B0";

export interface ExchangeOptions {
  readonly version?: ExchangeVersion;
  readonly pool?: ServerVersion;
  readonly servers?: readonly string[];
  readonly thumbprint?: string;
  readonly trust?: OutlookWebTrust;
  /** Names of setting overrides. @default - one, of the default name */
  readonly overrides?: readonly string[];
  readonly baseline?: Baseline;
  /** Without it messaging is not declared. */
  readonly messaging?: boolean;
  /** What is declared beside, or instead. */
  readonly declare?: (company: Company) => unknown;
}

export interface Company {
  readonly hybrid: HybridDeployment;
  readonly pool: FrontEndPool;
  readonly tenant: OnlineTenant;
  readonly exchange: ExchangeOnPremises;
}

/** A company with one pool and two Exchange servers; SIP domains are the other shell's part. */
export function declareExchange(stack: TerraformStack, options: ExchangeOptions = {}): void {
  const baseline = join(temporaryFolder(), "baseline.json");
  writeFileSync(baseline, baselineText(options.baseline ?? EMPTY_BASELINE));
  const hybrid = new HybridDeployment(stack, "hybrid", { deployed: baseline });
  const version = options.pool ?? ServerVersion.SKYPE_FOR_BUSINESS_2019;
  const pool = new FrontEndPool(hybrid, "pool", {
    fqdn: "sfb01.contoso.local",
    version,
    build: version.minimumBuild ?? "",
  });
  new EdgePool(hybrid, "edge01", {
    fqdn: "edge01.contoso.local",
    version,
    build: version.minimumBuild ?? "",
    accessEdge: AccessEdge.of("sip.contoso.com", "203.0.113.10"),
    nextHop: pool,
  });
  const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
  new SipDomain(hybrid, "contoso-com", { name: "contoso.com", isDefault: true });
  if (options.messaging === false && options.declare === undefined) return;
  const exchange = new ExchangeOnPremises(hybrid, "exchange", {
    version: options.version ?? ExchangeVersion.EXCHANGE_2019,
    servers: options.servers ?? ["ex02.contoso.local", "ex01.contoso.local"],
  });
  options.declare?.({ hybrid, pool, tenant, exchange });
  for (const overrideName of options.messaging === false ? [] : (options.overrides ?? [undefined])) {
    new OutlookWebMessaging(hybrid, `owa-${overrideName ?? "im"}`, {
      exchange,
      pool,
      certificateThumbprint: options.thumbprint ?? OLD_CERTIFICATE,
      ...(overrideName === undefined ? {} : { overrideName }),
      ...(options.trust === undefined ? {} : { trust: options.trust }),
    });
  }
}

export function synthExchange(options: ExchangeOptions = {}): Synthesis & { readonly onprem: string } {
  const synthesis = synthesize((stack) => {
    declareExchange(stack, options);
  });
  if (synthesis.error !== undefined) throw new Error(sentence(synthesis.error));
  return { ...synthesis, onprem: join(synthesis.outdir, "stacks", "contoso", "onprem") };
}

/** What a declaration of this company is refused with. */
export function refusalOf(options: ExchangeOptions): string {
  try {
    return sentence(
      synthesize((stack) => {
        declareExchange(stack, options);
      }).error,
    );
  } catch (error) {
    return sentence(error);
  }
}

export const NO_OVERRIDES: ExchangeState = {
  organization: { Name: "Contoso", OAuth2ClientProfileEnabled: false },
  servers: [
    { Name: "EX01", Fqdn: "ex01.contoso.local", refreshed: 0 },
    { Name: "EX02", Fqdn: "ex02.contoso.local", refreshed: 0 },
    { Name: "EX09", Fqdn: "ex09.contoso.local", refreshed: 0 },
  ],
  overrides: [
    {
      Name: "Change OAB Generation",
      ComponentName: "TimeBasedAssistants",
      SectionName: "OABGeneratorAssistant",
      Parameters: ["WorkCycle=02:00:00"],
      Reason: "Generate OAB Every 2 hours",
      Server: [],
      MinVersion: null,
      MaxVersion: null,
    },
  ],
};

export function exchangeSimulator(
  edit: (exchange: ExchangeState) => void = () => undefined,
  server: SimulatedServer = "sfb2019",
): Simulator {
  const state: SimulatorState = { ...Simulator.seed("nothing"), exchange: structuredClone(NO_OVERRIDES) };
  edit(exchangeOf(state));
  return Simulator.from(state, { server });
}

export function exchangeOf(state: SimulatorState): ExchangeState {
  if (state.exchange === undefined) throw new Error("this state has no Exchange");
  return state.exchange;
}
