import { join } from "node:path";
import { HostedVoicemail, HostedVoicemailPolicy } from "../../lib";
import { folderContent } from "../instruments/folder-content";
import { parseScripts } from "../instruments/powershell";
import { Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { OF_2013, OF_2015, OF_2019, wrongCalls } from "../powershell/versions";
import { applyEverything, synthExchange } from "./exchange-rooms";

describe.each([OF_2013, OF_2015, OF_2019])("hosted voicemail on $server", ({ version, server, module }) => {
  const onprem = synthExchange(
    ({ hybrid, exchangeOnline }) => {
      new HostedVoicemail(hybrid, "voicemail", { exchangeOnline });
      HostedVoicemailPolicy.forPeople(hybrid, "pilot-voicemail", { exchangeOnline, name: "Pilot" });
    },
    { version },
  );

  test("calls only what the catalogue of that version knows", async () => {
    const paths = Object.keys(folderContent(onprem)).filter((path) => path.endsWith(".ps1"));
    const reports = await parseScripts(paths.map((path) => join(onprem, path)));
    expect(reports.flatMap((report) => wrongCalls(report, server))).toEqual([]);
    const calls = reports.flatMap(({ commands }) => commands.map(({ name }) => name));
    expect(calls).toContain(`${module}\\New-CsHostedVoicemailPolicy`);
  });

  test("is made", async () => {
    const anna = new Operator(Simulator.from("nothing", { server }), onprem);
    await applyEverything(anna);
    const policies = anna.simulator.state().hostedVoicemailPolicies;
    expect(policies.map(({ Identity, Destination }) => [Identity, Destination])).toEqual([
      ["Global", "exap.um.outlook.com"],
      ["Tag:HQ", "um.example.com"],
      ["Tag:Pilot", "exap.um.outlook.com"],
    ]);
  });
});
