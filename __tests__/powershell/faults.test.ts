import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { expectUnknown, faulty, READINGS } from "./faults";

const { onprem } = synthContoso();

describe.each(READINGS.map((reading) => [reading.step, reading.read, reading] as const))(
  "%s",
  (_step, read, reading) => {
    test(`writes nothing when ${read} fails, and passes its words on`, async () => {
      const run = await faulty(reading, { fault: "error", text: "no contact" });
      expectUnknown(run, reading);
      expect(run.stdout).toContain("no contact");
    });

    test(`writes nothing when ${read} shows no ${reading.property}, and names it`, async () => {
      const run = await faulty(reading, { fault: "missing-property", property: reading.property });
      expectUnknown(run, reading);
      expect(run.stdout.toLowerCase()).toContain(reading.property.toLowerCase());
    });
  },
);

describe("an answer that is empty twice", () => {
  const always = { times: 99, fault: "empty" } as const;

  test.each([
    ["CsSipDomain/contoso.com", "Get-CsSipDomain", "New-CsSipDomain"],
    ["CsHostingProvider/Office365", "Get-CsHostingProvider", "New-CsHostingProvider"],
    ["domain-lists/edge", "Get-CsAllowedDomain", "New-CsAllowedDomain"],
    ["domain-lists/edge", "Get-CsBlockedDomain", "New-CsBlockedDomain"],
  ])("means of %s that there is nothing: %s", async (step, read, create) => {
    const anna = new Operator(Simulator.from("right"), onprem);
    const run = await anna.dryRun("lync", { faults: [{ command: read, ...always }] });
    expect(run.stdout).toMatch(new RegExp(`Pending +${step}`));
    expect(run.stdout).toContain(`> Lync\\${create}`);
  });
});
