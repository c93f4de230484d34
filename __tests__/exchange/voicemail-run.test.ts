import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HostedVoicemail, HostedVoicemailPolicy } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { baselineAfter } from "../powershell/federation-modes";
import { applyEverything, synthExchange } from "./exchange-rooms";

const onprem = synthExchange(({ hybrid, exchangeOnline, site }) => {
  new HostedVoicemail(hybrid, "voicemail", { exchangeOnline, description: "Cloud Voicemail" });
  HostedVoicemailPolicy.forSite(hybrid, "hq-voicemail", { exchangeOnline, site: site() });
  HostedVoicemailPolicy.forPeople(hybrid, "pilot-voicemail", { exchangeOnline, name: "CloudVoicemailUsers" });
});
const CLOUD = { Destination: "exap.um.outlook.com", Organization: "contoso.onmicrosoft.com" };

describe("people on-premises with voicemail in the cloud", () => {
  const simulator = Simulator.from("nothing");
  const before = simulator.state();
  const anna = new Operator(simulator, onprem);
  const policy = (identity: string): unknown =>
    simulator.state().hostedVoicemailPolicies.find(({ Identity }) => Identity === identity);

  test("get the provider, the wait for its replication and the policies, in this order", async () => {
    await applyEverything(anna);
    const commands = simulator
      .writes()
      .filter(({ module }) => module === "Lync")
      .map(({ command }) => command);
    const provider = commands.lastIndexOf("New-CsHostingProvider");
    expect(commands.slice(provider)).toEqual([
      "New-CsHostingProvider",
      "Invoke-CsManagementStoreReplication",
      "Set-CsHostedVoicemailPolicy",
      "New-CsHostedVoicemailPolicy",
      "New-CsHostedVoicemailPolicy",
    ]);
    expect(simulator.state().hostingProviders[1]).toMatchObject({
      Identity: "Exchange Online",
      ProxyFqdn: "exap.um.outlook.com",
      Enabled: true,
      EnabledSharedAddressSpace: true,
      HostsOCSUsers: false,
      IsLocal: false,
      VerificationLevel: "UseSourceVerification",
      AutodiscoverUrl: null,
    });
    expect(policy("Global")).toMatchObject({ ...CLOUD, Description: "Cloud Voicemail" });
    expect(policy("Site:HQ")).toMatchObject(CLOUD);
    expect(policy("Tag:CloudVoicemailUsers")).toMatchObject(CLOUD);
  });

  test("keep apart the policy of a site and one for people that has the same name", () => {
    expect(policy("Tag:HQ")).toEqual(before.hostedVoicemailPolicies[1]);
  });

  test("change nothing in a second run", async () => {
    const again = await anna.apply("lync");
    expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
  });

  test("lose what was made for them when it is no longer declared", async () => {
    const later = synthExchange(
      ({ hybrid, exchangeOnline }) => {
        new HostedVoicemail(hybrid, "voicemail", { exchangeOnline, description: "Cloud Voicemail" });
      },
      { baseline: baselineAfter(anna) },
    );
    await applyEverything(new Operator(simulator, later));
    expect(simulator.state().hostedVoicemailPolicies.map(({ Identity }) => Identity)).toEqual(["Global", "Tag:HQ"]);
    expect(policy("Global")).toMatchObject(CLOUD);
  });
});

describe("a global policy that sent voicemail elsewhere", () => {
  const simulator = Simulator.from("nothing");
  simulator.change((state) => {
    const [global] = state.hostedVoicemailPolicies;
    Object.assign(global ?? {}, { Description: "UM", Destination: "um.old.example", Organization: "old.example" });
  });
  const before = simulator.state().hostedVoicemailPolicies;
  const anna = new Operator(simulator, onprem);

  test("comes back by undo", async () => {
    await applyEverything(anna);
    const step = ["-Undo", "-Step", "CsHostedVoicemailPolicy-global/Global", "-State", simulator.stateFolder];
    const run = await simulator.run("lync", onprem, [...step, "-Apply", "-Approved", approvedDigest(onprem)]);
    expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
    expect(simulator.state().hostedVoicemailPolicies[0]).toEqual(before[0]);
  });
});

test("a global policy that was empty is not taken back by script: a person clears it", async () => {
  const simulator = Simulator.from("nothing");
  await applyEverything(new Operator(simulator, onprem));
  const step = ["-Undo", "-Step", "CsHostedVoicemailPolicy-global/Global", "-State", simulator.stateFolder];
  const run = await simulator.run("lync", onprem, [...step, "-Apply", "-Approved", approvedDigest(onprem)]);
  expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
  expect(run.stdout).toContain("Organization had no value before the first write");
});

test("a provider that exists under another name keeps it", async () => {
  const simulator = Simulator.from("nothing");
  simulator.change((state) => {
    state.hostingProviders.push({
      Identity: "Hosted UM",
      Name: "Hosted UM",
      ProxyFqdn: "EXAP.um.outlook.com",
      Enabled: true,
      EnabledSharedAddressSpace: false,
      HostsOCSUsers: false,
      IsLocal: false,
      VerificationLevel: "UseSourceVerification",
      AutodiscoverUrl: null,
    });
  });
  await applyEverything(new Operator(simulator, onprem));
  const names = simulator
    .state()
    .hostingProviders.map(({ Identity, EnabledSharedAddressSpace }) => [Identity, EnabledSharedAddressSpace]);
  expect(names).toEqual([
    ["Hosted UM", true],
    ["Office365", true],
  ]);
});

test("a global policy that nobody can read is not written", async () => {
  const simulator = Simulator.from("nothing");
  simulator.change((state) => {
    state.hostedVoicemailPolicies = state.hostedVoicemailPolicies.filter(({ Identity }) => Identity !== "Global");
    state.hostedVoicemailPolicies.push({ Identity: "Tag:B", Description: null, Destination: null, Organization: null });
  });
  const args = ["-State", simulator.stateFolder, "-Step", "CsHostedVoicemailPolicy-global/Global"];
  const run = await simulator.run("lync", onprem, args);
  expect(run.stdout).toContain("0 of them named Global");
  expect(run.writes).toEqual([]);
});

describe("the scripts", () => {
  const text = (name: string): string => readFileSync(join(onprem, "40-integrate", name), "utf8");

  test("hold the documented calls", () => {
    expect(text("CsHostedVoicemailPolicy.Site-HQ.ps1")).toContain(
      "Lync\\New-CsHostedVoicemailPolicy -Identity 'Site:HQ' @values",
    );
    expect(text("CsHostingProvider.Exchange-Online.ps1")).not.toContain("AutodiscoverUrl");
    expect(text("CsHostedVoicemailPolicy-global.Global.ps1")).not.toContain("New-CsHostedVoicemailPolicy");
  });

  test("are not there where nothing of Exchange is declared", () => {
    const catalogue = readFileSync(join(synthContoso().onprem, "Hybrid.Catalogue.ps1"), "utf8");
    expect(catalogue).not.toContain("Voicemail");
  });
});

test("an answer that names a policy of some people only is not taken for the global one: nothing is written to it", async () => {
  const simulator = Simulator.from("nothing");
  simulator.change((state) => {
    state.hostedVoicemailPolicies = state.hostedVoicemailPolicies.filter(({ Identity }) => Identity === "Tag:HQ");
  });
  const before = simulator.state().hostedVoicemailPolicies;
  const anna = new Operator(simulator, onprem);
  await anna.signOff();
  const run = await anna.apply("lync");
  expect(run.stdout.replace(/\s+/g, " ")).toContain(
    "The read returned Tag:HQ and nothing named Global, which always exists.",
  );
  expect(run.writes.map(({ command }) => command)).not.toContain("Set-CsHostedVoicemailPolicy");
  expect(simulator.state().hostedVoicemailPolicies.find(({ Identity }) => Identity === "Tag:HQ")).toEqual(before[0]);
});
