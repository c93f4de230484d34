import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AccessEdge,
  EdgePool,
  ExchangeConnection,
  ExchangeVersion,
  FrontEndPool,
  HybridDeployment,
  OnlineTenant,
  ServerVersion,
  SipDomain,
} from "../../lib";
import { Operator } from "../instruments/runbook-run";
import { SimulatedRun } from "../instruments/simulator";
import { synthesize, Synthesis } from "../rules/synthesis";

export interface Rooms {
  readonly hybrid: HybridDeployment;
  readonly pool: FrontEndPool;
  readonly connection: ExchangeConnection;
}

export interface RoomOptions {
  readonly exchange?: ExchangeVersion;
  readonly version?: ServerVersion;
  readonly homedUsers?: number;
}

/** The least that is a hybrid, with trust in an Exchange and whatever is declared on top: one shell, little else to do. */
export function withRooms(declare: (rooms: Rooms) => unknown, options: RoomOptions = {}): Synthesis {
  const { exchange = ExchangeVersion.EXCHANGE_2013, version = ServerVersion.LYNC_2013, homedUsers = 60 } = options;
  return synthesize((stack) => {
    const hybrid = new HybridDeployment(stack, "hybrid");
    const { minimumBuild } = version;
    const build = minimumBuild === undefined ? {} : { build: minimumBuild };
    const pool = new FrontEndPool(hybrid, "lync01", { fqdn: "lync01.contoso.local", version, homedUsers, ...build });
    // the domain that the simulated servers have already
    new SipDomain(hybrid, "adatum", { name: "adatum.local", isDefault: true });
    OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
    const accessEdge = AccessEdge.of("sip.contoso.com", "203.0.113.10");
    new EdgePool(hybrid, "edge01", { fqdn: "edge01.contoso.local", version, ...build, accessEdge, nextHop: pool });
    const reason = "Trust was set up by the messaging team, CHG-1042.";
    declare({ hybrid, pool, connection: ExchangeConnection.byHand(hybrid, "exchange", { exchange, reason }) });
  });
}

export function folderOf({ outdir }: Synthesis): string {
  return join(outdir, "stacks", "contoso", "onprem");
}

/** One step of the manifest, as the parts a test looks at. */
export interface ShownStep {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly after: readonly string[];
  readonly verification: string;
  readonly unverified: readonly string[];
  readonly undo: { readonly possible: string; readonly how: string };
  readonly risk: { readonly level: string };
}

export function stepsOf(synthesis: Synthesis): readonly ShownStep[] {
  const text = readFileSync(join(folderOf(synthesis), "manifest.json"), "utf8");
  return (JSON.parse(text) as { steps: ShownStep[] }).steps;
}

export function stepOf(synthesis: Synthesis, id: string): ShownStep {
  const found = stepsOf(synthesis).find((step) => step.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
}

/** Calls that change the nouns a test is about; replication is asked for beside them. */
export function settings({ writes }: SimulatedRun): SimulatedRun["writes"] {
  return writes.filter(({ command }) => command !== "Invoke-CsManagementStoreReplication");
}

/** Takes one step back. */
export function undone(anna: Operator, step: string, digest: string): Promise<SimulatedRun> {
  const { simulator, onprem } = anna;
  const what = ["-Undo", "-Step", step, "-State", simulator.stateFolder, "-Apply", "-Approved", digest];
  return simulator.run("lync", onprem, what);
}
