import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { leaveFile, outputs, PARAMETER, STEP, synthNote } from "../instruments/parameter-deployment";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { SimulatedRun, Simulator } from "../instruments/simulator";

const { onprem } = synthNote();
const APP = "11111111-2222-3333-4444-555555555555";

/** Words of a run, whatever the lines they were wrapped into. */
function said(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** A deployment of which only the step with the parameter is run. */
class Person {
  public readonly simulator = Simulator.from("nothing");
  private readonly state = ["-State", this.simulator.stateFolder];
  private readonly approved = ["-Apply", "-Approved", approvedDigest(onprem)];

  public run(...args: readonly string[]): Promise<SimulatedRun> {
    return this.simulator.run("lync", onprem, ["-Step", STEP, ...args]);
  }

  public look(): Promise<SimulatedRun> {
    return this.run(...this.state);
  }

  public apply(...args: readonly string[]): Promise<SimulatedRun> {
    return this.run(...args, ...this.state, ...this.approved);
  }

  public receipt(): unknown {
    return new Operator(this.simulator, onprem).receipts()[0];
  }
}

function start(file?: string): Person {
  const person = new Person();
  if (file !== undefined) leaveFile(person.simulator, file);
  return person;
}

describe("a step whose value Terraform makes", () => {
  const anna = start();
  const policy = (): unknown =>
    anna.simulator.state().hostedVoicemailPolicies.find(({ Identity }) => Identity === "Tag:Pilot");

  test("holds the name alone in its script", () => {
    const script = readFileSync(join(onprem, "40-integrate", "CsHostedVoicemailPolicy.Pilot.ps1"), "utf8");
    expect(script).toContain(`Description = @{ Parameter = '${PARAMETER}' }`);
  });

  test("shows its name in a dry run without the state folder, and says that nobody knows the value yet", async () => {
    const run = await anna.run();
    expect(run.stdout).toContain(`value   ${PARAMETER} = not known yet (no -State)`);
    expect(run.stdout).toContain(`-Description <parameter ${PARAMETER}>`);
    expect(said(run.stdout)).toContain(`The value of the parameter ${PARAMETER} is not known yet: it exists after`);
    expect({ exit: run.exitCode, writes: run.writes, stderr: run.stderr }).toEqual({ exit: 2, writes: [], stderr: "" });
  });

  test("shows the value in a dry run with the state folder, for the digest does not cover it", async () => {
    leaveFile(anna.simulator, outputs(APP));
    const run = await anna.look();
    expect(run.stdout).toContain(`value   ${PARAMETER} = '${APP}' (not covered by the digest)`);
    expect(run.stdout).toContain(`-Description '${APP}'`);
    expect(run.writes).toEqual([]);
  });

  test("writes the value, keeps it in the receipt, and changes nothing in a second run", async () => {
    const run = await anna.apply();
    expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
    expect(policy()).toMatchObject({ Description: APP });
    expect(anna.receipt()).toMatchObject({ id: STEP, state: "done", parameters: [{ name: PARAMETER, value: APP }] });
    const again = await anna.apply();
    expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
  });

  test("follows a value that Terraform made anew, and its receipt does too", async () => {
    leaveFile(anna.simulator, outputs("another"));
    const run = await anna.apply();
    expect(run.writes.map(({ command, parameters }) => [command, parameters.Description])).toEqual([
      ["Set-CsHostedVoicemailPolicy", "another"],
    ]);
    expect(anna.receipt()).toMatchObject({ parameters: [{ value: "another" }] });
  });

  test("shows what differs by name when the state folder is not given, whatever the server holds", async () => {
    const run = await anna.run();
    expect(run.stdout).toContain(`~ Description: another -> parameter ${PARAMETER}`);
    expect(run.writes).toEqual([]);
  });

  test("is taken back without the file: undo writes what the receipt holds", async () => {
    leaveFile(anna.simulator, "lost");
    const run = await anna.apply("-Undo");
    expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
    expect(policy()).toBeUndefined();
  });
});

test.each([
  ["quotes of every kind", "a'b\"c\u2018d\u2019e`f"],
  ["what PowerShell would run", "$(Remove-Item x); $env:PATH @(1) #"],
  ["a line end", "first\r\nsecond"],
  ["what Terraform would fill in", "${var.x} %{ if true }"],
  ["a sign of another script", "\u00e4\u20ac\ud83d\ude00"],
])("a value with %s arrives as it is", async (_what, value) => {
  const anna = start(outputs(value));
  await anna.apply();
  const { hostedVoicemailPolicies } = anna.simulator.state();
  expect(hostedVoicemailPolicies.find(({ Identity }) => Identity === "Tag:Pilot")?.Description).toBe(value);
  expect((await anna.apply()).writes).toEqual([]);
});

describe("a step stops before it reads, and says what to type,", () => {
  test.each([
    ["when the file is missing", undefined, "parameters.json is missing."],
    ["when the file is no JSON", "{", "parameters.json is malformed:"],
    ["when the file is empty", "", "parameters.json is malformed:"],
    ["when the file is no table", "[1]", "parameters.json is malformed: it is no table of outputs."],
    ["when the name is not in it", "{}", "holds no output of that name."],
    [
      "when only a name in capitals is in it",
      outputs(APP).replace("exchange", "Exchange"),
      "holds no output of that name",
    ],
    ["when the output is no output", `{"${PARAMETER}":"${APP}"}`, "malformed: that output lacks sensitive or value"],
    ["when the output has no value", outputs(undefined), "malformed: that output lacks sensitive or value"],
    ["when the value is a number", outputs(7, { type: "number" }), "Its value is no text."],
    ["when the value is a list", outputs([APP]), "Its value is no text."],
    ["when the value is null", outputs(null), "Its value is no text."],
    ["when the value is sensitive", outputs(APP, { sensitive: true }), "marks it as sensitive, and a runbook shows"],
    ["when the value is blank", outputs("  "), "Its value is empty."],
    ["when the value holds a NUL", outputs("a\0b"), "Its value holds a character that cannot be part of one"],
    ["when the file was saved in another encoding", outputs("M\ufffdnchen"), "the file was saved in another encoding"],
  ])("%s", async (_when, file, words) => {
    const anna = start(file);
    const run = await anna.apply();
    expect({ exit: run.exitCode, calls: run.calls, stderr: run.stderr }).toEqual({ exit: 1, calls: [], stderr: "" });
    expect(run.stdout).toContain(`Refused         ${STEP}`);
    expect(said(run.stdout)).toContain(words);
    expect(said(run.stdout)).toContain(`This step needs the parameter ${PARAMETER}, which exists only after`);
    expect(run.stdout).toContain("terraform output -json > parameters.json");
    expect(run.stdout).toContain(`Copy-Item parameters.json '${join(anna.simulator.stateFolder, "parameters.json")}'`);
  });
});

test("a file that Windows PowerShell redirected, in UTF-16, is read", async () => {
  const anna = start(`\ufeff${outputs(APP)}`);
  writeFileSync(join(anna.simulator.stateFolder, "parameters.json"), Buffer.from(`\ufeff${outputs(APP)}`, "utf16le"));
  expect((await anna.apply()).writes[0]?.parameters.Description).toBe(APP);
});

test("a step file that is started by itself shows the name", async () => {
  const anna = start();
  const script = join(onprem, "40-integrate", "CsHostedVoicemailPolicy.Pilot.ps1");
  const run = await anna.simulator.runScript("lync", script);
  expect(run.stdout).toContain(`-Description <parameter ${PARAMETER}>`);
  expect(run.writes).toEqual([]);
});
