import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";

const { onprem } = synthContoso();

describe("a change that other servers learn of later than the wait allows", () => {
  test.each([
    ["CsSipDomain/contoso.com", "lync", "Get-CsSipDomain", 2],
    ["CsAccessEdgeConfiguration/Global", "lync", "Get-CsAccessEdgeConfiguration", 2],
    ["domain-lists/edge", "lync", "Get-CsBlockedDomain", 3],
    ["CsHostingProvider/Office365", "lync", "Get-CsHostingProvider", 3],
    ["domain-lists/tenant", "teams", "Get-CsTenantFederationConfiguration", 2],
  ] as const)("leaves %s unconfirmed; the next run completes its receipt", async (step, shell, command, nth) => {
    const anna = new Operator(Simulator.from("nothing"), onprem);
    await anna.signOff();
    if (shell === "teams") await anna.apply("lync");
    const run = await anna.apply(shell, { faults: [{ command, nth, times: 99, fault: "lag" }] });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(new RegExp(`Unconfirmed +${step}`));
    expect(receiptOf(anna, step)).toMatchObject({ state: "started", finished: null });
    const before = receiptOf(anna, step)?.objects;
    const next = await anna.apply(shell);
    expect(next.stdout).toMatch(new RegExp(`(InDesiredState|Changed) +${step}`));
    expect(receiptOf(anna, step)).toMatchObject({ state: "done" });
    expect(befores(receiptOf(anna, step)?.objects)).toEqual(befores(before));
  });
});

function receiptOf(anna: Operator, step: string): Record<string, unknown> | undefined {
  return anna.receipts().find(({ id }) => id === step);
}

function befores(objects: unknown): unknown {
  return (objects as { identity: string; before: unknown }[]).map(({ identity, before }) => [identity, before]);
}
