import { cpSync } from "node:fs";
import { synthContoso } from "../instruments/contoso";
import { Fault } from "../instruments/powershell";
import { Operator } from "../instruments/runbook-run";
import { SimulatedRun, Simulator, SimulatorState } from "../instruments/simulator";

/** A step, the read of one of its nouns, and what makes it want to write. */
interface Reading {
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
const READINGS: readonly Reading[] = [
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
function drifted({ drift }: Pick<Reading, "drift">): Operator {
  const anna = new Operator(Simulator.from("right"), onprem);
  cpSync(everything.simulator.stateFolder, anna.simulator.stateFolder, { recursive: true });
  anna.simulator.change(drift);
  return anna;
}

async function faulty(reading: Reading, fault: Omit<Fault, "command" | "nth">): Promise<SimulatedRun> {
  const { shell, read, nth = 1 } = reading;
  return drifted(reading).apply(shell, { faults: [{ command: read, nth, ...fault }] });
}

function expectUnknown(run: SimulatedRun, { step, writes }: Reading): void {
  expect(run.stdout).toMatch(new RegExp(`Unknown +${step}`));
  expect(run.exitCode).toBe(1);
  expect(run.writes.map(({ command }) => command).filter((command) => writes.test(command))).toEqual([]);
}

describe.each(READINGS.map((reading) => [reading.step, reading.read, reading] as const))(
  "%s",
  (_step, read, reading) => {
    test("would write when nothing is in its way", async () => {
      const run = await drifted(reading).apply(reading.shell);
      expect(run.stdout).toMatch(new RegExp(`Changed +${reading.step}`));
      expect(run.writes.some(({ command }) => reading.writes.test(command))).toBe(true);
    });

    test(`writes nothing when ${read} fails, and passes its words on`, async () => {
      const run = await faulty(reading, { fault: "error", text: "no contact" });
      expectUnknown(run, reading);
      expect(run.stdout).toContain("no contact");
    });

    test(`writes nothing when ${read} is empty once`, async () => {
      expectUnknown(await faulty(reading, { fault: "empty" }), reading);
    });

    test(`writes nothing when ${read} shows no ${reading.property}, and names it`, async () => {
      const run = await faulty(reading, { fault: "missing-property", property: reading.property });
      expectUnknown(run, reading);
      expect(run.stdout.toLowerCase()).toContain(reading.property.toLowerCase());
    });
  },
);

describe("an answer that is empty twice", () => {
  const always = { times: 99, fault: "empty" } as const;

  test.each([
    ["CsSipDomain/contoso.com", "Get-CsSipDomain", "New-CsSipDomain"],
    ["CsHostingProvider/Office365", "Get-CsHostingProvider", "New-CsHostingProvider"],
    ["domain-lists/edge", "Get-CsAllowedDomain", "New-CsAllowedDomain"],
    ["domain-lists/edge", "Get-CsBlockedDomain", "New-CsBlockedDomain"],
  ])("means of %s that there is nothing: %s", async (step, read, create) => {
    const anna = new Operator(Simulator.from("right"), onprem);
    const run = await anna.dryRun("lync", { faults: [{ command: read, ...always }] });
    expect(run.stdout).toMatch(new RegExp(`Pending +${step}`));
    expect(run.stdout).toContain(`> Lync\\${create}`);
  });

  test.each(READINGS.filter(({ read }) => /AccessEdge|TenantFed|Replication/.test(read)))(
    "means nothing of $step, which always exists",
    async (reading) => {
      expectUnknown(await faulty(reading, always), reading);
    },
  );
});
