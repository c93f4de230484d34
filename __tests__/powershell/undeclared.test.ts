import { readFileSync } from "node:fs";
import { EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { addReceipts, parseHandover } from "../../lib/runbook/receipts";
import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { describeUndeclared, lists } from "./undeclared";

describeUndeclared("edge");

describe("an allowed and a blocked domain that change places", () => {
  const first = new Operator(Simulator.from("nothing"), synthContoso().onprem);
  const swapped = { allowed: ["tailspintoys.com"], blocked: ["fabrikam.com"] };

  test("block without a word of the baseline: nobody knows whose they are", async () => {
    await first.applyAll();
    const other = new Operator(first.simulator, synthContoso(swapped).onprem);
    const run = await other.apply("lync");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 7, writes: [] });
    expect(run.stdout.replace(/\s+/g, " ")).toContain("this runbook created it: merge the hand-over file");
  });

  test("change sides in one run of each shell, out of one list before into the other", async () => {
    const handover = parseHandover("contoso.handover.json", readFileSync(first.handover(), "utf8"));
    const baseline = addReceipts(EMPTY_BASELINE, handover);
    const other = new Operator(first.simulator, synthContoso({ ...swapped, baseline }).onprem);
    const run = await other.apply("lync");
    expect(run.writes.map(({ command }) => command).filter((command) => command.includes("edDomain"))).toEqual([
      "Remove-CsAllowedDomain",
      "Remove-CsBlockedDomain",
      "New-CsAllowedDomain",
      "New-CsBlockedDomain",
    ]);
    expect((await other.apply("teams")).exitCode).toBe(0);
    const state = other.simulator.state();
    expect(state.allowedDomains.map(({ Domain }) => Domain).sort()).toEqual(["tailspintoys.com", "wingtip.com"]);
    expect(state.blockedDomains.map(({ Domain }) => Domain)).toEqual(["fabrikam.com"]);
    expect(lists(state, "tenant")).toEqual([["tailspintoys.com", "wingtip.com"], ["fabrikam.com"]]);
    expect([(await other.apply("lync")).writes, (await other.apply("teams")).writes]).toEqual([[], []]);
  });
});
