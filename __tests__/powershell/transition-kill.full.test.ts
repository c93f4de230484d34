import { CoexistenceMode } from "../../lib";
import { comparable, Operator } from "../instruments/runbook-run";
import { acquired, modeOf, statusOf, tenantOperator, undoTeams } from "../instruments/tenant-rooms";

const declared = { mode: CoexistenceMode.SFB_WITH_TEAMS_COLLAB, disabled: ["acquired.com"], enabled: ["contoso.com"] };

function fresh(): Operator {
  return tenantOperator(declared, (state) => {
    acquired("Enabled")(state);
    for (const domain of state.tenant.sipDomains) if (domain.Name === "contoso.com") domain.Status = "Disabled";
  });
}

function endState(anna: Operator): unknown {
  return [modeOf(anna), statusOf(anna, "acquired.com"), statusOf(anna, "contoso.com")];
}

describe("a run that is interrupted in a transition and started again with the same line", () => {
  let receipts: unknown[] = [];
  beforeAll(async () => {
    const anna = fresh();
    const run = await anna.apply("teams");
    expect(run.writes.length).toBe(3);
    receipts = comparable(anna.receipts());
  });

  test.each((["kill-before", "kill-after"] as const).flatMap((fault) => [1, 2, 3].map((write) => ({ fault, write }))))(
    "$fault write $write: same end state, same receipts, and undo brings back what was there",
    async (kill) => {
      const anna = fresh();
      const before = endState(anna);
      expect((await anna.apply("teams", { faults: [kill] })).exitCode).toBe(137);
      const again = await anna.apply("teams");
      expect(again.stdout).toContain("never ended");
      expect(endState(anna)).toEqual(["SfBWithTeamsCollab", "Disabled", "Enabled"]);
      expect(comparable(anna.receipts())).toEqual(receipts);
      expect((await anna.apply("teams")).writes).toEqual([]);
      await undoTeams(anna, true);
      expect(endState(anna)).toEqual(before);
    },
  );

  test.each((["kill-before", "kill-after"] as const).flatMap((fault) => [1, 2, 3].map((write) => ({ fault, write }))))(
    "$fault write $write of -Undo: the next -Undo ends it",
    async (kill) => {
      const anna = fresh();
      const before = endState(anna);
      await anna.apply("teams");
      expect((await undoTeams(anna, true, [kill])).exitCode).toBe(137);
      await undoTeams(anna, true);
      expect(endState(anna)).toEqual(before);
    },
  );
});
