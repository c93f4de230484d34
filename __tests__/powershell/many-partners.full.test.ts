import { ListMirror } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { SimulatedRun, Simulator, SimulatorState } from "../instruments/simulator";

/** As many as a tenant holds. */
const PARTNERS = Array.from({ length: 4000 }, (_, n) => `partner-${n}.example`);
const MISSING_PARTNERS = 60;

/** With contoso.com, 200 SIP domains; with lync01.contoso.local, 40 pools. */
const SIP_DOMAINS = Array.from({ length: 199 }, (_, n) => `people-${n}.example`);
const MISSING_SIP_DOMAINS = 5;
const POOLS = Array.from({ length: 39 }, (_, n) => `pool-${n}.contoso.local`);

/** On a busy machine a run takes minutes. */
const TIME_LIMIT = 600_000;

function reads(run: SimulatedRun, command: string): number {
  return run.calls.filter((call) => call.command === command).length;
}

function fillLists(state: SimulatorState): void {
  const known = PARTNERS.slice(MISSING_PARTNERS);
  state.allowedDomains = known.map((Domain) => ({
    Identity: Domain,
    Domain,
    ProxyFqdn: null,
    Comment: "",
    MarkForMonitoring: false,
  }));
  state.tenant.federation.AllowedDomains = { model: "Closed", entries: known };
}

function fillTopology(state: SimulatorState): void {
  const known = SIP_DOMAINS.slice(MISSING_SIP_DOMAINS);
  state.sipDomains.push(...known.map((Name) => ({ Identity: Name, Name, IsDefault: false })));
  const [pool] = state.pools;
  state.pools.push(...POOLS.map((Fqdn) => ({ ...pool, Identity: Fqdn, Fqdn, Computers: [Fqdn] })));
}

/** The servers and the tenant know all partners and SIP domains but a few of them. */
function mostOfIt(): Simulator {
  const simulator = Simulator.from("right");
  simulator.change((state) => {
    fillLists(state);
    fillTopology(state);
  });
  return simulator;
}

describe("4,000 partners, 200 SIP domains and 40 pools, of which 60 partners and 5 SIP domains are new", () => {
  const { onprem } = synthContoso({
    allowed: PARTNERS,
    direct: [],
    mirror: ListMirror.SUMMARY,
    otherSipDomains: SIP_DOMAINS,
    otherPools: POOLS,
  });
  const anna = new Operator(mostOfIt(), onprem, { timeLimit: TIME_LIMIT });

  test("cost one write a difference and two reads of each list that changes", async () => {
    await anna.signOff();
    const run = await anna.apply("lync");
    expect(run.exitCode).toBe(5);
    expect(run.writes.map(({ command }) => command)).toEqual([
      ...Array<string>(MISSING_SIP_DOMAINS).fill("New-CsSipDomain"),
      "Enable-CsTopology",
      ...Array<string>(MISSING_PARTNERS).fill("New-CsAllowedDomain"),
      "Invoke-CsManagementStoreReplication",
    ]);
    const lists = ["CsSipDomain", "CsAllowedDomain", "CsBlockedDomain", "CsHostingProvider"];
    expect(lists.map((noun) => [noun, reads(run, `Get-${noun}`)])).toEqual([
      ["CsSipDomain", 2],
      ["CsAllowedDomain", 2],
      ["CsBlockedDomain", 1],
      ["CsHostingProvider", 1],
    ]);
  });

  test("cost the tenant one call", async () => {
    const run = await anna.apply("teams");
    expect(run.exitCode).toBe(0);
    expect(run.writes.map(({ parameters }) => Object.keys(parameters))).toEqual([
      ["AllowedDomainsAsAList", "Confirm", "ErrorAction"],
    ]);
  });

  test("cost one read a noun when nothing changes", async () => {
    const run = await anna.apply("lync");
    expect(run.writes).toEqual([]);
    for (const noun of ["CsAllowedDomain", "CsBlockedDomain", "CsSipDomain", "CsHostingProvider"]) {
      expect({ noun, reads: reads(run, `Get-${noun}`) }).toEqual({ noun, reads: 1 });
    }
  });
});
