import { cpSync } from "node:fs";
import { synthContoso } from "../instruments/contoso";
import { Fault } from "../instruments/powershell";
import { Operator } from "../instruments/runbook-run";
import { SimulatedRun, Simulator, SimulatorState } from "../instruments/simulator";

/** A step, the read of one of its nouns, and what makes it want to write. */
export interface Reading {
  readonly step: string;
  readonly shell: "lync" | "teams";
  readonly read: string;
  /** Where an earlier step of the shell reads the same. */
  readonly nth?: number;
  readonly property: string;
  /** Its writes. */
  readonly writes: RegExp;
  readonly drift: (state: SimulatorState) => void;
}

const TENANT = { shell: "teams", read: "Get-CsTenantFederationConfiguration", writes: /^Set-CsTenantFed/ } as const;
const LISTS = { step: "domain-lists/edge", shell: "lync", writes: /-Cs(Allowed|Blocked)Domain$/ } as const;

/** Every noun that steps read. Get-CsHostingProvider stands in refusals.test.ts. */
export const READINGS: readonly Reading[] = [
  {
    step: "CsSipDomain/contoso.com",
    shell: "lync",
    read: "Get-CsSipDomain",
    property: "IsDefault",
    writes: /-CsSipDomain$|^Enable-CsTopology$/,
    drift: ({ sipDomains }) => {
      for (const domain of sipDomains) domain.IsDefault = !domain.IsDefault;
    },
  },
  {
    step: "CsAccessEdgeConfiguration/Global",
    shell: "lync",
    read: "Get-CsAccessEdgeConfiguration",
    property: "AllowFederatedUsers",
    writes: /^Set-CsAccessEdgeConfiguration$/,
    drift: ({ accessEdge }) => {
      accessEdge.AllowFederatedUsers = false;
    },
  },
  {
    ...LISTS,
    read: "Get-CsAllowedDomain",
    property: "ProxyFqdn",
    drift: ({ allowedDomains }) => {
      allowedDomains.shift();
    },
  },
  {
    ...LISTS,
    read: "Get-CsBlockedDomain",
    property: "Identity",
    drift: ({ allowedDomains }) => {
      allowedDomains.shift();
    },
  },
  {
    ...TENANT,
    step: "domain-lists/tenant",
    property: "BlockedDomains",
    drift: ({ tenant }) => {
      tenant.federation.AllowedDomains.entries.shift();
    },
  },
  {
    ...TENANT,
    step: "CsTenantFederationConfiguration/Global/shared-sip-address-space",
    nth: 2,
    property: "SharedSipAddressSpace",
    drift: ({ tenant }) => {
      tenant.federation.SharedSipAddressSpace = false;
    },
  },
  {
    step: "cms-replication/edge01.contoso.local",
    shell: "lync",
    read: "Get-CsManagementStoreReplicationStatus",
    property: "UpToDate",
    writes: /^Invoke-CsManagementStoreReplication$/,
    drift: ({ replication }) => {
      replication.pending = 99;
    },
  },
];

const { onprem } = synthContoso();
const everything = new Operator(Simulator.from("right"), onprem);
beforeAll(async () => {
  await everything.applyAll();
});

/** All steps have receipts, and one of them has to be done again. */
export function drifted({ drift }: Pick<Reading, "drift">): Operator {
  const anna = new Operator(Simulator.from("right"), onprem);
  cpSync(everything.simulator.stateFolder, anna.simulator.stateFolder, { recursive: true });
  anna.simulator.change(drift);
  return anna;
}

export async function faulty(reading: Reading, fault: Omit<Fault, "command" | "nth">): Promise<SimulatedRun> {
  const { shell, read, nth = 1 } = reading;
  return drifted(reading).apply(shell, { faults: [{ command: read, nth, ...fault }] });
}

export function expectUnknown(run: SimulatedRun, { step, writes }: Reading): void {
  expect(run.stdout).toMatch(new RegExp(`Unknown +${step}`));
  expect(run.exitCode).toBe(1);
  expect(run.writes.map(({ command }) => command).filter((command) => writes.test(command))).toEqual([]);
}
