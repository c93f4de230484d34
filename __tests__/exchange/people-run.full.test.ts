import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  ArchivedContent,
  ArchivingForests,
  ExchangeArchiving,
  ExchangeArchivingPolicy,
  HostedVoicemailPolicy,
  People,
  UnifiedContactStore,
} from "../../lib";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { baselineAfter } from "../powershell/federation-modes";
import { applyEverything, synthExchange } from "./exchange-rooms";
import { folderOf, undone, withRooms } from "./rooms";

const SWITCH = "CsUser-HostedVoiceMail/Tag-CloudUsers";
const GRANT = "CsUser-HostedVoicemailPolicy/CloudUsers";
const voicemail = (...addresses: string[]): string =>
  synthExchange(({ hybrid, exchangeOnline }) => {
    const people = People.of(...addresses);
    HostedVoicemailPolicy.forPeople(hybrid, "cloud-users", { exchangeOnline, name: "CloudUsers", people });
  });
const person = (anna: Operator, name: string): Record<string, unknown> =>
  anna.simulator.state().users.find(({ SipAddress }) => SipAddress === `sip:${name}@contoso.com`) ?? {};
const withVoice = (): Simulator => {
  const simulator = Simulator.from("nothing");
  simulator.change((state) => {
    for (const user of state.users) user.EnterpriseVoiceEnabled = true;
  });
  return simulator;
};

describe("two people with Enterprise Voice", () => {
  const onprem = voicemail("Anna@contoso.com", "sip:ben@contoso.com");
  const anna = new Operator(withVoice(), onprem);

  test("are given the policy and switched to hosted voicemail, each by one call", async () => {
    await applyEverything(anna);
    for (const name of ["anna", "ben"]) {
      expect(person(anna, name)).toMatchObject({ HostedVoiceMail: true, HostedVoicemailPolicy: "CloudUsers" });
    }
    const calls = anna.simulator.writes().filter(({ command }) => /^(Grant-|Set-CsUser$)/.test(command));
    expect(calls.map(({ command, parameters }) => [command, parameters.Identity])).toEqual([
      ["Grant-CsHostedVoicemailPolicy", "sip:anna@contoso.com"],
      ["Grant-CsHostedVoicemailPolicy", "sip:ben@contoso.com"],
      ["Set-CsUser", "sip:anna@contoso.com"],
      ["Set-CsUser", "sip:ben@contoso.com"],
    ]);
  });

  test("are left alone by the second run", async () => {
    const again = await anna.apply("lync");
    expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
  });

  test("stand in the state folder and not in the baseline", () => {
    const receipts = anna.receipts().filter(({ id }) => id === SWITCH);
    expect(JSON.stringify(receipts)).toContain("anna@contoso.com");
    expect(JSON.stringify(baselineAfter(anna))).not.toContain("anna@");
  });

  test("get back what they had, and a second undo has nothing to do", async () => {
    for (const step of [SWITCH, GRANT]) {
      const run = await undone(anna, step, approvedDigest(onprem));
      expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
    }
    expect(person(anna, "anna")).toMatchObject({ HostedVoiceMail: false, HostedVoicemailPolicy: null });
    expect((await undone(anna, SWITCH, approvedDigest(onprem))).writes).toEqual([]);
  });
});

test("undo leaves a person alone whom somebody changed since, and brings back the other", async () => {
  const onprem = voicemail("anna@contoso.com", "ben@contoso.com");
  const anna = new Operator(withVoice(), onprem);
  await applyEverything(anna);
  anna.simulator.change((state) => {
    Object.assign(state.users[0] ?? {}, { HostedVoicemailPolicy: "HQ" });
  });
  await undone(anna, SWITCH, approvedDigest(onprem));
  const run = await undone(anna, GRANT, approvedDigest(onprem));
  expect(run.exitCode).toBe(1);
  expect(run.stdout.replace(/\s+/g, " ")).toContain("sip:anna@contoso.com: HostedVoicemailPolicy is HQ");
  expect([person(anna, "anna"), person(anna, "ben")]).toMatchObject([
    { HostedVoicemailPolicy: "HQ" },
    { HostedVoicemailPolicy: null },
  ]);
});

test("a person without Enterprise Voice is refused by name, and the other is switched", async () => {
  const anna = new Operator(Simulator.from("nothing"), voicemail("anna@contoso.com", "ben@contoso.com"));
  await anna.signOffAll();
  const run = await anna.apply("lync");
  expect(run.exitCode).toBe(1);
  const text = run.stdout.replace(/\s+/g, " ");
  expect(text).toContain(`Refused ${SWITCH}`);
  expect(text).toContain("1 of 2 is not done. sip:anna@contoso.com has no Enterprise Voice");
  expect([person(anna, "anna"), person(anna, "ben")]).toMatchObject([
    { HostedVoiceMail: false },
    { HostedVoiceMail: true },
  ]);
  anna.simulator.change((state) => {
    Object.assign(state.users[0] ?? {}, { EnterpriseVoiceEnabled: true });
  });
  const after = await anna.apply("lync");
  expect(after.stdout).toMatch(new RegExp(`Changed +${SWITCH}`));
  expect(person(anna, "anna")).toMatchObject({ HostedVoiceMail: true });
});

test("the call of one person fails: the run says whose, ends with 1, and the other is done", async () => {
  const anna = new Operator(withVoice(), voicemail("anna@contoso.com", "ben@contoso.com"));
  await anna.signOffAll();
  const run = await anna.apply("lync", {
    faults: [{ command: "Set-CsUser", fault: "error", text: "the directory is busy" }],
  });
  expect(run.exitCode).toBe(1);
  const text = run.stdout.replace(/\s+/g, " ");
  expect(text).toContain(`Failed ${SWITCH}`);
  expect(text).toContain("1 of 2 is not done. sip:anna@contoso.com: the directory is busy");
  expect(person(anna, "ben")).toMatchObject({ HostedVoiceMail: true });
});

test("an address that is not found is Unknown, and the others go on", async () => {
  const anna = new Operator(withVoice(), voicemail("ben@contoso.com", "carl@contoso.com"));
  await anna.signOffAll();
  const run = await anna.apply("lync");
  expect(run.exitCode).toBe(1);
  const text = run.stdout.replace(/\s+/g, " ");
  expect(text).toContain(`Unknown ${GRANT}`);
  expect(text).toContain("sip:carl@contoso.com: Management object not found");
  expect(person(anna, "ben")).toMatchObject({ HostedVoicemailPolicy: "CloudUsers" });
});

test("a person homed in the cloud is left alone and named", async () => {
  const simulator = withVoice();
  simulator.change((state) => {
    Object.assign(state.users[0] ?? {}, { HostingProvider: "sipfed.online.lync.com" });
  });
  const anna = new Operator(simulator, voicemail("anna@contoso.com", "ben@contoso.com"));
  await applyEverything(anna);
  const again = await anna.apply("lync");
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toContain("sip:anna@contoso.com is homed in the cloud and is left alone.");
  expect(person(anna, "anna")).toMatchObject({ HostedVoiceMail: false, HostedVoicemailPolicy: null });
});

test("addresses stand in the scripts, and nowhere in the manifest, the index, the page or the plan", () => {
  const onprem = voicemail("anna@contoso.com", "ben@contoso.com");
  const script = readFileSync(join(onprem, "40-integrate", `${SWITCH.replace("/", ".")}.ps1`), "utf8");
  expect(script).toContain("'sip:anna@contoso.com'");
  for (const path of ["manifest.json", "steps.json", "RUNBOOK.md", "../cdk.tf.json"]) {
    const text = readFileSync(join(onprem, path), "utf8");
    expect(text).not.toContain("anna@contoso.com");
    if (path !== "RUNBOOK.md" && path !== "steps.json") expect(text).toMatch(/2 people, sha256 [0-9a-f]{12}/);
  }
});

test("a pilot of the contact store is given its policy, and undo says that contacts stay", async () => {
  const synthesis = withRooms(({ hybrid, connection }) => {
    const people = People.of("anna@adatum.local");
    new UnifiedContactStore(hybrid, "ucs", { connection, allowed: false, pilotPolicy: "Pilot", people });
  });
  const simulator = Simulator.from("nothing");
  simulator.change((state) => {
    Object.assign(state.users[0] ?? {}, { SipAddress: "sip:anna@adatum.local", UserServicesPolicy: "Branch" });
  });
  const anna = new Operator(simulator, folderOf(synthesis));
  await anna.apply("lync");
  expect(simulator.state().users[0]).toMatchObject({ UserServicesPolicy: "Pilot" });
  const step = "CsUser-UserServicesPolicy/Pilot";
  expect(readFileSync(join(folderOf(synthesis), "RUNBOOK.md"), "utf8")).toContain("Invoke-CsUcsRollback");
  expect((await undone(anna, step, approvedDigest(folderOf(synthesis)))).exitCode).toBe(0);
  expect(simulator.state().users[0]).toMatchObject({ UserServicesPolicy: "Branch" });
});

test("across forests the archiving policy is set on the people who are named, instead of by hand", async () => {
  const synthesis = withRooms(({ hybrid, connection, pool }) => {
    const people = People.of("anna@adatum.local");
    const forests = ArchivingForests.different(ExchangeArchivingPolicy.ARCHIVING_TO_EXCHANGE);
    new ExchangeArchiving(hybrid, "a", { connection, pool, content: ArchivedContent.IM_ONLY, forests, people });
  });
  const simulator = Simulator.from("nothing");
  simulator.change((state) => {
    Object.assign(state.users[0] ?? {}, { SipAddress: "sip:anna@adatum.local" });
  });
  const anna = new Operator(simulator, folderOf(synthesis));
  await anna.signOffAll();
  await anna.apply("lync");
  expect(simulator.state().users[0]).toMatchObject({ ExchangeArchivingPolicy: "ArchivingToExchange" });
});
