import { drifted, expectUnknown, faulty, READINGS } from "./faults";

describe.each(READINGS.map((reading) => [reading.step, reading.read, reading] as const))(
  "%s",
  (_step, read, reading) => {
    test("would write when nothing is in its way", async () => {
      const run = await drifted(reading).apply(reading.shell);
      expect(run.stdout).toMatch(new RegExp(`Changed +${reading.step}`));
      expect(run.writes.some(({ command }) => reading.writes.test(command))).toBe(true);
    });

    test(`writes nothing when ${read} is empty once`, async () => {
      expectUnknown(await faulty(reading, { fault: "empty" }), reading);
    });
  },
);

describe("an answer that is empty twice", () => {
  const always = { times: 99, fault: "empty" } as const;

  test.each(READINGS.filter(({ read }) => /AccessEdge|TenantFed|Replication/.test(read)))(
    "means nothing of $step, which always exists",
    async (reading) => {
      expectUnknown(await faulty(reading, always), reading);
    },
  );
});
