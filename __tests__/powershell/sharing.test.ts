import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";

const { onprem } = synthContoso();

describe("a provider of plain federation that has the cloud's proxy under another name", () => {
  const simulator = Simulator.from("foreign");
  simulator.change((state) => {
    state.allowedDomains = [];
  });
  const [before] = simulator.state().hostingProviders;

  test("is converted where it stands: shared, under its own name, its proxy untouched", async () => {
    expect(before).toMatchObject({ Identity: "LyncOnline", EnabledSharedAddressSpace: false });
    await new Operator(simulator, onprem).applyAll();
    expect(simulator.state().hostingProviders).toEqual([{ ...before, EnabledSharedAddressSpace: true }]);
    const writes = simulator.writes().filter(({ command }) => command.endsWith("-CsHostingProvider"));
    expect(writes.map(({ command, parameters }) => [command, Object.keys(parameters)])).toEqual([
      ["Set-CsHostingProvider", ["Confirm", "EnabledSharedAddressSpace", "ErrorAction", "Identity"]],
    ]);
  });
});

describe("the tenant's switch that reports success and does nothing", () => {
  const anna = new Operator(Simulator.from("nothing"), onprem);
  const ignored = [{ command: "Set-CsTenantFederationConfiguration", nth: 2, times: 1, fault: "ignored" as const }];

  test("is read again after the write and stays unconfirmed: exit 1, no receipt that says done", async () => {
    await anna.signOff();
    await anna.apply("lync");
    const run = await anna.apply("teams", { faults: ignored });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/Unconfirmed +CsTenantFederationConfiguration\/Global\/shared-sip-address-space/);
    expect(anna.simulator.state().tenant.federation.SharedSipAddressSpace).toBe(false);
    const receipt = anna.receipts().find(({ id }) => String(id).endsWith("shared-sip-address-space"));
    expect(receipt?.state).toBe("started");
  });

  test("is switched by the next run", async () => {
    const run = await anna.apply("teams");
    expect(run.exitCode).toBe(0);
    expect(anna.simulator.state().tenant.federation.SharedSipAddressSpace).toBe(true);
  });
});
