import { ListMirror } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { SimulatedRun, Simulator } from "../instruments/simulator";

const PARTNERS = Array.from({ length: 400 }, (_, n) => `partner-${n}.example`);
const MISSING = 60;

function reads(run: SimulatedRun, command: string): number {
  return run.calls.filter((call) => call.command === command).length;
}

/** The servers and the tenant know all partners but the last ones. */
function mostPartners(): Simulator {
  const simulator = Simulator.from("right");
  const known = PARTNERS.slice(MISSING);
  simulator.change((state) => {
    state.allowedDomains = known.map((Domain) => ({
      Identity: Domain,
      Domain,
      ProxyFqdn: null,
      Comment: "",
      MarkForMonitoring: false,
    }));
    state.tenant.federation.AllowedDomains = { model: "Closed", entries: known };
  });
  return simulator;
}

describe("400 partners, 60 of them new", () => {
  const { onprem } = synthContoso({ allowed: PARTNERS, direct: [], mirror: ListMirror.SUMMARY });
  const anna = new Operator(mostPartners(), onprem);

  test("cost one write a difference and two reads of the list that changes", async () => {
    await anna.signOff();
    const run = await anna.apply("lync");
    expect(run.exitCode).toBe(5);
    expect(run.writes.map(({ command }) => command)).toEqual([
      ...Array<string>(MISSING).fill("New-CsAllowedDomain"),
      "Invoke-CsManagementStoreReplication",
    ]);
    expect(reads(run, "Get-CsAllowedDomain")).toBe(2);
    expect(reads(run, "Get-CsBlockedDomain")).toBe(2);
    expect(reads(run, "Get-CsSipDomain")).toBe(1);
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
