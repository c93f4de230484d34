import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CoexistenceMode } from "../../lib";
import { acquired, modeOf, statusOf, tenantOperator, undoTeams } from "../instruments/tenant-rooms";

const COLLAB = { mode: CoexistenceMode.SFB_WITH_TEAMS_COLLAB };
const GRANT = "MicrosoftTeams\\Grant-CsTeamsUpgradePolicy -PolicyName 'SfBWithTeamsCollab' -Global -ErrorAction Stop";

describe("a tenant in Islands, where another mode is declared, in Thailand", () => {
  const anna = tenantOperator(COLLAB, undefined, { culture: "th-TH" });

  test("is looked at first: the dry run prints the one call", async () => {
    const run = await anna.dryRun("teams");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 6, writes: [] });
    expect(run.stdout).toContain("~ TeamsUpgradeEffectiveMode: Islands -> SfBWithTeamsCollab");
    expect(run.stdout).toContain(`> ${GRANT}`);
  });

  test("gets the mode by one call, without -Confirm and without -Force", async () => {
    const run = await anna.apply("teams");
    expect({ exit: run.exitCode, stderr: run.stderr }).toMatchObject({ stderr: "" });
    expect(run.writes.map(({ command, parameters }) => [command, parameters])).toEqual([
      ["Grant-CsTeamsUpgradePolicy", { PolicyName: "SfBWithTeamsCollab", Global: true, ErrorAction: "Stop" }],
    ]);
    expect(modeOf(anna)).toBe("SfBWithTeamsCollab");
  });

  test("keeps the earlier mode in its receipt", () => {
    expect(anna.receipts()).toMatchObject([
      {
        id: "CsTeamsUpgradePolicy-teams/Global",
        state: "done",
        objects: [{ createdByUs: "no", before: [{ name: "TeamsUpgradeEffectiveMode", value: "Islands" }] }],
      },
    ]);
  });

  test("is left alone by the second run", async () => {
    const again = await anna.apply("teams");
    expect(again.writes).toEqual([]);
    expect(again.stdout).toMatch(/InDesiredState +CsTeamsUpgradePolicy-teams\/Global/);
  });

  test("gets the earlier mode back from -Undo, and a second -Undo has nothing to do", async () => {
    const look = await undoTeams(anna, false);
    expect(look.writes).toEqual([]);
    expect(look.stdout).toContain("-PolicyName 'Islands' -Global");
    expect((await undoTeams(anna, true)).exitCode).toBe(0);
    expect(modeOf(anna)).toBe("Islands");
    expect((await undoTeams(anna, true)).writes).toEqual([]);
  });
});

test("a tenant that has gone on to TeamsOnly is not pulled back, and the run says so", async () => {
  const anna = tenantOperator(COLLAB, (state) => {
    state.tenant.info.TeamsUpgradeEffectiveMode = "TeamsOnly";
  });
  const run = await anna.apply("teams");
  expect(run.writes).toEqual([]);
  expect(run.stdout).toMatch(/InDesiredState +CsTeamsUpgradePolicy-teams\/Global/);
  expect(run.stdout).toContain("It is TeamsOnly, which lies beyond SfBWithTeamsCollab");
  expect((await undoTeams(anna, true)).writes).toEqual([]);
});

test("undo leaves a mode alone that somebody chose since", async () => {
  const anna = tenantOperator(COLLAB);
  await anna.apply("teams");
  anna.simulator.change((state) => {
    state.tenant.info.TeamsUpgradeEffectiveMode = "SfBOnly";
  });
  const run = await undoTeams(anna, true);
  expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
  expect(run.stdout).toContain("It is SfBOnly: neither SfBWithTeamsCollab");
});

describe("a mode that cannot be read for certain is Unknown, and nothing is written:", () => {
  const read = "Get-CsTenant";
  test.each([
    ["empty once", { command: read, fault: "empty" }, "Asked twice, the read gave two answers"],
    ["empty twice", { command: read, fault: "empty", times: 2 }, "The read returned 0 objects"],
    ["an error", { command: read, fault: "error", text: "access denied" }, "access denied"],
    [
      "no property",
      { command: read, fault: "missing-property", property: "TeamsUpgradeEffectiveMode" },
      "returned no property TeamsUpgradeEffectiveMode",
    ],
  ] as const)("%s", async (_what, fault, words) => {
    const anna = tenantOperator(COLLAB);
    const run = await anna.apply("teams", { faults: [fault] });
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toMatch(/Unknown +CsTeamsUpgradePolicy-teams\/Global/);
    expect(run.stdout.replace(/\s+/g, " ")).toContain(words);
    expect(anna.receipts()).toEqual([]);
  });

  test.each([[null], ["Legacy"]])("the mode %p, which nobody knows", async (mode) => {
    const anna = tenantOperator(COLLAB, (state) => {
      state.tenant.info.TeamsUpgradeEffectiveMode = mode;
    });
    const run = await anna.apply("teams");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toContain("none of the states known here");
  });
});

test("an error from a call that took effect is believed to the read, not to the error", async () => {
  const anna = tenantOperator(COLLAB);
  const run = await anna.apply("teams", {
    faults: [{ command: "Grant-CsTeamsUpgradePolicy", fault: "error-after", text: "the service is busy" }],
  });
  expect(run.stdout).toMatch(/Changed +CsTeamsUpgradePolicy-teams\/Global/);
  expect(run.stdout).toContain("the service is busy");
});

test("an error from a call without effect fails the step; the next run does it", async () => {
  const anna = tenantOperator(COLLAB);
  const failed = await anna.apply("teams", { faults: [{ command: "Grant-CsTeamsUpgradePolicy", fault: "error" }] });
  expect(failed.exitCode).toBe(1);
  expect(modeOf(anna)).toBe("Islands");
  await anna.apply("teams");
  expect(modeOf(anna)).toBe("SfBWithTeamsCollab");
  expect(anna.receipts()).toMatchObject([{ objects: [{ before: [{ value: "Islands" }] }] }]);
});

describe("TeamsOnly for the whole tenant", () => {
  const declared = { mode: CoexistenceMode.TEAMS_ONLY, homedUsers: 0 };

  test("is refused while the tenant knows somebody on-premises, whatever is declared", async () => {
    const anna = tenantOperator(declared);
    const run = await anna.apply("teams");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toContain("People homed on-premises, as the tenant knows it: 1.");
  });

  test("is granted as UpgradeToTeams when nobody is left and DNS points to the cloud", async () => {
    const anna = tenantOperator(declared, (state) => {
      state.tenant.users.forEach((user) => (user.HostingProvider = "sipfed.online.lync.com"));
      state.tenant.lyncdiscover = "cloud";
    });
    const run = await anna.apply("teams");
    expect(run.writes.map(({ parameters }) => parameters.PolicyName)).toEqual(["UpgradeToTeams"]);
    expect(modeOf(anna)).toBe("TeamsOnly");
  });
});

describe("a domain that is shut out online", () => {
  const declared = { disabled: ["acquired.com"] };

  test("is disabled by one call, and stays so in the second run", async () => {
    const anna = tenantOperator(declared, acquired("Enabled"));
    const run = await anna.apply("teams");
    expect(run.writes.map(({ command, parameters }) => [command, parameters.Domain, parameters.Confirm])).toEqual([
      ["Disable-CsOnlineSipDomain", "acquired.com", false],
    ]);
    expect(statusOf(anna, "acquired.com")).toBe("Disabled");
    expect((await anna.apply("teams")).writes).toEqual([]);
    await undoTeams(anna, true);
    expect(statusOf(anna, "acquired.com")).toBe("Enabled");
  });

  test("is refused while somebody of it is homed in the cloud", async () => {
    const anna = tenantOperator(declared, acquired("Enabled", ["SRV:", "sipfed.online.lync.com"]));
    for (const run of [await anna.dryRun("teams"), await anna.apply("teams")]) {
      expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
      expect(run.stdout).toMatch(/Refused +CsOnlineSipDomain\/acquired\.com/);
      expect(run.stdout).toContain("People with an address in acquired.com who are homed in the cloud: 1.");
      expect(run.stdout).not.toContain("person1");
    }
    expect(anna.receipts()).toEqual([]);
  });

  test("is refused when the tenant does not know it", async () => {
    const anna = tenantOperator(declared);
    const run = await anna.apply("teams");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toMatch(/Refused +CsOnlineSipDomain\/acquired\.com/);
    expect(run.stdout.replace(/\s+/g, " ")).toContain("Verify it in the tenant first");
  });

  test.each([
    ["nobody at all comes back", { command: "Get-CsOnlineUser", fault: "empty" }, "returned nobody"],
    ["the guard cannot read", { command: "Get-CsOnlineUser", fault: "error", text: "timed out" }, "timed out"],
    [
      "HostingProvider is missing",
      { command: "Get-CsOnlineUser", fault: "missing-property", property: "HostingProvider" },
      "without SipAddress or HostingProvider",
    ],
    ["the read fails", { command: "Get-CsOnlineSipDomain", fault: "error", text: "timed out" }, "timed out"],
    [
      "it is enabled on second thoughts only",
      { command: "Get-CsOnlineSipDomain", nth: 3, fault: "empty" },
      "two answers",
    ],
  ] as const)("is Unknown and left alone when %s", async (_what, fault, words) => {
    const anna = tenantOperator(declared, acquired("Enabled"));
    const run = await anna.apply("teams", { faults: [fault] });
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toMatch(/Unknown +CsOnlineSipDomain\/acquired\.com/);
    expect(run.stdout.replace(/\s+/g, " ")).toContain(words);
  });

  test("is Unknown when it is not said where one of its people is homed", async () => {
    const anna = tenantOperator(declared, acquired("Enabled", [null]));
    const run = await anna.apply("teams");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toContain("no HostingProvider");
  });

  test("is Unknown when it is reported as enabled and as disabled", async () => {
    const anna = tenantOperator(declared, (state) => {
      acquired("Enabled")(state);
      state.tenant.sipDomains.push({ Name: "acquired.com", Status: "Disabled" });
    });
    const run = await anna.apply("teams");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toContain("Disabled and as Enabled");
  });
});

test("a domain that is enabled again is disabled by -Undo only while nobody of it is in the cloud", async () => {
  const anna = tenantOperator({ enabled: ["acquired.com"] }, acquired("Disabled"));
  const run = await anna.apply("teams");
  expect(run.writes.map(({ command }) => command)).toEqual(["Enable-CsOnlineSipDomain"]);
  anna.simulator.change((state) => {
    state.tenant.users.forEach((user) => (user.HostingProvider = "sipfed.online.lync.com"));
  });
  const undone = await undoTeams(anna, true);
  expect({ exit: undone.exitCode, writes: undone.writes }).toEqual({ exit: 1, writes: [] });
  expect(statusOf(anna, "acquired.com")).toBe("Enabled");
});

test("a step file that is started by itself reads, prints the call and writes nothing", async () => {
  const anna = tenantOperator(COLLAB);
  const path = join(anna.onprem, "10-prepare", "CsTeamsUpgradePolicy-teams.Global.ps1");
  const run = await anna.simulator.runScript("teams", path);
  expect(run.writes).toEqual([]);
  expect(run.stdout).toContain(`> ${GRANT}`);
  expect(readFileSync(path, "latin1")).toContain("Beyond = @(");
});
