import { existsSync } from "node:fs";
import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator, SimulatorState } from "../instruments/simulator";

/** How the controller is started, and where. */
export interface Mode {
  readonly asCommand: boolean;
  readonly culture?: string;
}

/** What this deployment declares, as the servers and the tenant hold it. */
export function declaredPart(state: SimulatorState): unknown {
  const { AllowedDomains, BlockedDomains, AllowFederatedUsers, SharedSipAddressSpace } = state.tenant.federation;
  return {
    sipDomains: state.sipDomains.filter(({ Name }) => Name === "contoso.com"),
    providers: state.hostingProviders,
    allowed: state.allowedDomains.map(({ Domain, ProxyFqdn }) => [Domain, ProxyFqdn]),
    blocked: state.blockedDomains.map(({ Domain }) => Domain),
    edge: [
      state.accessEdge.AllowFederatedUsers,
      state.accessEdge.AllowOutsideUsers,
      state.accessEdge.EnablePartnerDiscovery,
    ],
    tenant: { AllowedDomains, BlockedDomains, AllowFederatedUsers, SharedSipAddressSpace },
  };
}

/** From a deployment where nothing is, through both shells, to the declared state and a second run that changes nothing. */
export function describeConvergence(how: string, mode: Mode): void {
  describe(`a deployment where nothing is, run ${how}`, () => {
    const { onprem } = synthContoso();
    const anna = new Operator(Simulator.from("nothing"), onprem, mode);

    test("is looked at first: the dry run prints the calls and writes nothing", async () => {
      const run = await anna.dryRun("lync");
      expect(run.writes).toEqual([]);
      expect(existsSync(anna.simulator.stateFolder)).toBe(false);
      expect(run.stdout).toContain("DRY RUN");
      expect(run.stdout).toContain("> Lync\\New-CsSipDomain -Identity 'contoso.com' -IsDefault $true");
      expect(run.stdout).toContain("> Lync\\New-CsAllowedDomain -Identity 'wingtip.com' -ProxyFqdn 'sip.wingtip.com'");
      expect(run.stdout).toContain("> Lync\\New-CsHostingProvider -Identity 'Office365'");
      expect(run.exitCode).toBe(6);
    });

    test("waits for the person, then writes its half and hands over to the other shell", async () => {
      const signed = await anna.signOff();
      expect(signed.exitCode).toBe(0);
      const run = await anna.apply("lync");
      expect(run.exitCode).toBe(5);
      expect(run.stdout).toContain("-Shell teams");
      expect(run.writes.map(({ command }) => command)).toEqual([
        "New-CsSipDomain",
        "Enable-CsTopology",
        "Set-CsAccessEdgeConfiguration",
        "New-CsAllowedDomain",
        "New-CsAllowedDomain",
        "New-CsBlockedDomain",
        "New-CsHostingProvider",
        "Invoke-CsManagementStoreReplication",
      ]);
      expect(existsSync(anna.handover())).toBe(true);
    });

    test("is whole after the other shell: what the declaration says is what the servers hold", async () => {
      const run = await anna.apply("teams");
      expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
      expect(declaredPart(anna.simulator.state())).toEqual(declaredPart(Simulator.seed("right")));
    });

    test("changes nothing in a second run, and says so", async () => {
      for (const shell of ["lync", "teams"] as const) {
        const again = await anna.apply(shell);
        expect(again.writes).toEqual([]);
        expect(again.stdout).not.toMatch(/\bChanged\b/);
        expect(again.stdout).toContain("InDesiredState");
        expect(again.exitCode).toBe(0);
      }
    });

    test("keeps receipts with Gregorian years and the approved digest", () => {
      const receipts = anna.receipts();
      expect(receipts.map(({ state }) => state)).toEqual(Array(8).fill("done"));
      for (const { started, digest } of receipts) {
        expect(started).toMatch(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/);
        expect(digest).toMatch(/^[0-9a-f]{64}$/);
      }
    });
  });
}
