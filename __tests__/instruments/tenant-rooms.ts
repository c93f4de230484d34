import { App, TerraformStack } from "cdktf";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  AccessEdge,
  Cloud,
  CoexistenceMode,
  EdgePool,
  FrontEndPool,
  HybridDeployment,
  OnlineSipDomain,
  OnlineTenant,
  ServerVersion,
  SipDomain,
  TenantCoexistence,
} from "../../lib";
import { synthQuietly, temporaryFolder } from "./contoso";
import { approvedDigest, Operator } from "./runbook-run";
import { SimulatedRun, SimulatedRunOptions, Simulator, SimulatorState } from "./simulator";

export interface TenantOptions {
  readonly cloud?: Cloud;
  readonly mode?: CoexistenceMode;
  /** Domains declared enabled and disabled online. */
  readonly enabled?: readonly string[];
  readonly disabled?: readonly string[];
  readonly homedUsers?: number;
}

/** A deployment in a stack, with a tenant and nothing that is shared with it. */
export function tenantDeployment(options: TenantOptions = {}): {
  app: App;
  hybrid: HybridDeployment;
  tenant: OnlineTenant;
} {
  const outdir = join(temporaryFolder(), "cdktf.out");
  mkdirSync(outdir);
  const app = new App({ outdir });
  const hybrid = new HybridDeployment(new TerraformStack(app, "contoso"), "hybrid");
  const version = ServerVersion.LYNC_2013;
  const { homedUsers = 60 } = options;
  const nextHop = new FrontEndPool(hybrid, "pool", { fqdn: "lync01.contoso.local", version, homedUsers });
  const accessEdge = AccessEdge.of("sip.contoso.com", "203.0.113.10");
  new EdgePool(hybrid, "edge", { fqdn: "edge01.contoso.local", version, accessEdge, nextHop });
  new SipDomain(hybrid, "domain", { name: "contoso.com", isDefault: true });
  const cloud = options.cloud === undefined ? {} : { cloud: options.cloud };
  const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com", cloud);
  return { app, hybrid, tenant };
}

/** Synthesizes it with its tenant rooms; returns the runbook folder. */
export function synthTenant(options: TenantOptions = {}): string {
  const { app, hybrid, tenant } = tenantDeployment(options);
  if (options.mode !== undefined) new TenantCoexistence(hybrid, "mode", { tenant, mode: options.mode });
  for (const domain of options.enabled ?? []) OnlineSipDomain.enabled(hybrid, domain, { tenant, domain });
  for (const domain of options.disabled ?? []) {
    OnlineSipDomain.disabled(hybrid, domain, {
      tenant,
      domain,
      acceptDataLoss: "its people have servers of their own",
    });
  }
  synthQuietly(app);
  return join(app.outdir, "stacks", "contoso", "onprem");
}

/** The same deployment, changed before the first run. */
export function tenantOperator(
  options: TenantOptions,
  edit: (state: SimulatorState) => void = () => undefined,
  run: { readonly culture?: string } = {},
): Operator {
  const simulator = Simulator.from("nothing");
  simulator.change(edit);
  return new Operator(simulator, synthTenant(options), run);
}

/** The tenant holds the domain of an acquired company, with one person who is homed there. */
export function acquired(
  status: string,
  homes: readonly (string | null)[] = ["SRV:"],
): (state: SimulatorState) => void {
  return (state) => {
    state.tenant.sipDomains.push({ Name: "acquired.com", Status: status });
    homes.forEach((home, index) => {
      state.tenant.users.push({
        Identity: `bbbbbbbb-0000-0000-0000-00000000000${String(index)}`,
        SipAddress: `sip:person${String(index)}@acquired.com`,
        UserPrincipalName: `person${String(index)}@acquired.com`,
        HostingProvider: home,
      });
    });
  };
}

export function undoTeams(
  anna: Operator,
  apply: boolean,
  faults: SimulatedRunOptions["faults"] = [],
): Promise<SimulatedRun> {
  const writing = apply ? ["-Apply", "-Approved", approvedDigest(anna.onprem)] : [];
  const what = ["-Undo", "-Phase", "10-prepare", "-State", anna.simulator.stateFolder];
  return anna.simulator.run("teams", anna.onprem, [...what, ...writing], { faults });
}

export function modeOf(anna: Operator): unknown {
  return anna.simulator.state().tenant.info.TeamsUpgradeEffectiveMode;
}

export function statusOf(anna: Operator, name: string): string | undefined {
  return anna.simulator.state().tenant.sipDomains.find((domain) => domain.Name === name)?.Status;
}
