import { ExchangeConnection, ExchangeVersion, ServerVersion, UnifiedContactStore } from "../../lib";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { sentence } from "../rules/synthesis";
import { folderOf, Rooms, RoomOptions, settings, stepOf, undone, withRooms } from "./rooms";

const GLOBAL = "CsUserServicesPolicy/Global";
const PILOT = "CsUserServicesPolicy-people/AllowUnifiedContactStore";

function pilot(options: RoomOptions = {}, pilotPolicy = "AllowUnifiedContactStore"): ReturnType<typeof withRooms> {
  return withRooms(
    ({ hybrid, connection }) => new UnifiedContactStore(hybrid, "ucs", { connection, allowed: false, pilotPolicy }),
    options,
  );
}

const everybody = withRooms(
  ({ hybrid, connection }) => new UnifiedContactStore(hybrid, "ucs", { connection, allowed: true }),
);
const piloted = pilot();

describe("a pilot of the unified contact store", () => {
  const onprem = folderOf(piloted);
  const anna = new Operator(Simulator.from("nothing"), onprem);

  test("closes the store for everybody first, then makes the policy of the pilot", async () => {
    const run = await anna.apply("lync");
    expect({ stderr: run.stderr }).toEqual({ stderr: "" });
    expect(anna.simulator.state().userServicesPolicies).toEqual([
      { Identity: "Global", UcsAllowed: false },
      { Identity: "Tag:Branch", UcsAllowed: false },
      { Identity: "Tag:AllowUnifiedContactStore", UcsAllowed: true },
    ]);
    expect(settings(run).map(({ command, parameters }) => [command, parameters.Identity])).toEqual([
      ["Set-CsUserServicesPolicy", "Global"],
      ["New-CsUserServicesPolicy", "AllowUnifiedContactStore"],
    ]);
  });

  test("writes nothing in a second run", async () => {
    expect((await anna.apply("lync")).writes).toEqual([]);
  });

  test("is taken back: the policy goes, and the global one is what it was", async () => {
    const removed = await undone(anna, PILOT, approvedDigest(onprem));
    const restored = await undone(anna, GLOBAL, approvedDigest(onprem));
    expect([removed.exitCode, restored.exitCode]).toEqual([0, 0]);
    expect(anna.simulator.state().userServicesPolicies).toEqual(Simulator.seed("nothing").userServicesPolicies);
  });

  test("says that undo brings no contacts back, and what does", () => {
    for (const id of [GLOBAL, PILOT]) {
      const { undo } = stepOf(piloted, id);
      expect(undo.possible).toBe("with loss");
      expect(undo.how).toContain(
        "a policy with UcsAllowed False that counts for that person, then Invoke-CsUcsRollback",
      );
      expect(undo.how).toContain("return to Exchange after 7 days");
    }
    expect(stepOf(piloted, PILOT).after).toEqual([GLOBAL]);
  });
});

test("a policy of that name with another value is changed, and undo brings its value back", async () => {
  const anna = new Operator(Simulator.from("nothing"), folderOf(pilot({}, "Branch")));
  await anna.apply("lync");
  expect(anna.simulator.state().userServicesPolicies[1]).toEqual({ Identity: "Tag:Branch", UcsAllowed: true });
  await undone(anna, "CsUserServicesPolicy-people/Branch", approvedDigest(anna.onprem));
  expect(anna.simulator.state().userServicesPolicies[1]).toEqual({ Identity: "Tag:Branch", UcsAllowed: false });
});

test("on Skype for Business Server 2019 a pilot converges as well", async () => {
  const onprem = folderOf(pilot({ version: ServerVersion.SKYPE_FOR_BUSINESS_2019 }));
  const anna = new Operator(Simulator.from("nothing", { server: "sfb2019" }), onprem);
  await anna.apply("lync");
  expect(anna.simulator.state().userServicesPolicies[2]).toMatchObject({ UcsAllowed: true, MigrationDelayInDays: 0 });
  expect((await anna.apply("lync")).writes).toEqual([]);
});

describe("a contact store for everybody", () => {
  test("is found as the servers come, so nothing is written", async () => {
    const run = await new Operator(Simulator.from("nothing"), folderOf(everybody)).apply("lync");
    expect(settings(run)).toEqual([]);
  });

  test("says that contacts of everybody move, and how a move is seen", () => {
    const step = stepOf(everybody, GLOBAL);
    expect(step.risk.level).toBe("high");
    expect(step.verification).toContain("Test-CsUnifiedContactStore -UserSipAddress sip:<person> -TargetFqdn <pool>");
  });

  test("is refused beside a pilot", () => {
    const both = ({ hybrid, connection }: Rooms): unknown =>
      new UnifiedContactStore(hybrid, "ucs", { connection, allowed: true, pilotPolicy: "Pilot" });
    expect(() => withRooms(both)).toThrow(
      '"pilotPolicy" is "Pilot" and "allowed" is true: where everybody may, a pilot',
    );
  });
});

test.each([
  ["", '"pilotPolicy" must not be empty'],
  ["Tag:Pilot", "it has a scope before it; write the bare name"],
  ["global", "that is the policy of everybody; name one of your own"],
  ["Pilot'; Stop-Computer", "it is too long or holds other characters"],
  ["${var.policy}", "exists only after terraform apply"],
])("a pilot policy named %p is refused", (name, refusal) => {
  expect(() => pilot({}, name)).toThrow(refusal);
});

describe("trust that was set up outside this deployment", () => {
  test.each([
    [" ", '"reason" must not be empty'],
    ["${var.why}", "exists only after terraform apply"],
  ])("with the reason %p is refused", (reason, refusal) => {
    const exchange = ExchangeVersion.EXCHANGE_2016;
    expect(() => withRooms(({ hybrid }) => ExchangeConnection.byHand(hybrid, "other", { exchange, reason }))).toThrow(
      refusal,
    );
  });

  test("with an Exchange that no document names is marked so in every step", () => {
    const version = ServerVersion.SKYPE_FOR_BUSINESS_2019;
    const step = stepOf(pilot({ version, exchange: ExchangeVersion.EXCHANGE_2019 }), PILOT);
    expect(step.unverified.join()).toContain("that this works with Exchange Server 2019");
    expect(stepOf(piloted, GLOBAL).unverified).toEqual([]);
  });
});

test("no rule objects to either declaration", () => {
  for (const { error } of [everybody, piloted]) expect(error === undefined ? "" : sentence(error)).toBe("");
});
