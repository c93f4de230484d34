import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ExchangeVersion, OutlookWebTrust, ServerVersion } from "../../lib";
import {
  exchangeOf,
  exchangeSimulator,
  NEW_CERTIFICATE,
  OLD_CERTIFICATE,
  synthExchange,
} from "../instruments/exchange";
import { Operator } from "../instruments/runbook-run";
import { ExchangeObjectState, SimulatedRun, SimulatedServer, Simulator } from "../instruments/simulator";
import { baselineAfter } from "./federation-modes";

const POOL = OutlookWebTrust.trustedPool({ fqdn: "mail.contoso.com", siteId: "HQ" });
const SHOWN = { InstantMessagingEnabled: true, InstantMessagingType: "Ocs" };
const BEFORE = { InstantMessagingEnabled: true, InstantMessagingType: "None" };
const IN_2013 = { env: { LYNC_SIM_EXCHANGE: "exchange2013" } };

function folder(trust: OutlookWebTrust, pool: ServerVersion, thumbprint = OLD_CERTIFICATE): string {
  return synthExchange({ version: ExchangeVersion.EXCHANGE_2013, pool, trust, thumbprint }).onprem;
}

const directory = (server: string): ExchangeObjectState => ({
  Name: "owa (Default Web Site)",
  Identity: `${server}\\owa (Default Web Site)`,
  Server: server,
  ...BEFORE,
});

const servers = (version: SimulatedServer): Simulator =>
  exchangeSimulator((exchange) => {
    exchange.owaVirtualDirectories = ["EX01", "EX02", "EX09"].map(directory);
    exchange.owaMailboxPolicies = [{ Name: "Default", Identity: "Default", ...BEFORE }];
  }, version);

const commands = ({ writes }: SimulatedRun): string[] => writes.map(({ command }) => command);

async function finish(anna: Operator): Promise<SimulatedRun> {
  await anna.signOffAll();
  await anna.apply("lync");
  return anna.apply("exchange");
}

describe.each([
  [ServerVersion.LYNC_2013, "lync2013"],
  [ServerVersion.SKYPE_FOR_BUSINESS_2015, "sfb2015"],
] as const)("messaging in Outlook Web App 2013 through $productName", (pool, known) => {
  const simulator = servers(known);
  const onprem = folder(POOL, pool);
  const anna = new Operator(simulator, onprem, IN_2013);

  test("is a trusted pool and its application, and the topology is enabled after each", async () => {
    await anna.signOffAll();
    const run = await anna.apply("lync");
    expect(commands(run).filter((command) => /Trusted|Topology/.test(command))).toEqual([
      // for the SIP domain
      "Enable-CsTopology",
      "New-CsTrustedApplicationPool",
      "Enable-CsTopology",
      "New-CsTrustedApplication",
      "Enable-CsTopology",
    ]);
    const { trustedApplicationPools, trustedApplications } = simulator.state();
    expect(trustedApplicationPools).toMatchObject([
      {
        PoolFqdn: "mail.contoso.com",
        SiteId: "Site:HQ",
        Registrar: "Registrar:sfb01.contoso.local",
        RequiresReplication: false,
      },
    ]);
    expect(trustedApplications).toMatchObject([
      { Identity: "mail.contoso.com/urn:application:outlookwebapp", Port: 5199 },
    ]);
  });

  test("is switched on for the declared servers and the policy Default, and for no other", async () => {
    const run = await anna.apply("exchange");
    expect(commands(run)).toEqual(["Set-OwaVirtualDirectory", "Set-OwaVirtualDirectory", "Set-OwaMailboxPolicy"]);
    const { owaVirtualDirectories, owaMailboxPolicies, overrides } = exchangeOf(simulator.state());
    expect(owaVirtualDirectories).toMatchObject([SHOWN, SHOWN, BEFORE]);
    expect(owaMailboxPolicies).toMatchObject([SHOWN]);
    expect(overrides.map(({ ComponentName }) => ComponentName)).not.toContain("OwaServer");
  });

  test("is nothing to write for a second run, in both shells", async () => {
    expect((await anna.apply("lync")).writes).toEqual([]);
    const again = await anna.apply("exchange");
    expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
  });

  test("goes again when it is no longer declared: what was there comes back", async () => {
    const later = synthExchange({
      version: ExchangeVersion.EXCHANGE_2013,
      pool,
      messaging: false,
      baseline: baselineAfter(anna),
    });
    const ben = new Operator(simulator, later.onprem, IN_2013);
    const run = await finish(ben);
    expect(commands(run)).toContain("Set-OwaMailboxPolicy");
    // Exchange stops asking before the servers stop to answer.
    const gone = await ben.apply("lync");
    expect(commands(gone)).toEqual(["Remove-CsTrustedApplication", "Remove-CsTrustedApplicationPool"]);
    const { owaVirtualDirectories, owaMailboxPolicies } = exchangeOf(simulator.state());
    expect([...(owaVirtualDirectories ?? []), ...(owaMailboxPolicies ?? [])]).toMatchObject(Array(4).fill(BEFORE));
    const { trustedApplicationPools, trustedApplications } = simulator.state();
    expect([trustedApplicationPools, trustedApplications]).toEqual([[], []]);
  });
});

describe("beside Unified Messaging", () => {
  const onprem = folder(OutlookWebTrust.unifiedMessaging(), ServerVersion.LYNC_2013);
  const manifest = readFileSync(join(onprem, "manifest.json"), "utf8");

  test("no trusted application pool is declared: a second entry would break messaging", () => {
    expect(manifest).not.toContain("CsTrustedApplication");
    expect(manifest).toContain("OwaVirtualDirectory/ex01-owa");
  });

  test("the file of each server is written by hand, with the path, both keys, the recycling and the event", () => {
    expect(manifest).toContain(`key=\\"IMCertificateThumbprint\\" value=\\"${OLD_CERTIFICATE}\\"`);
    expect(manifest).toContain('key=\\"IMServerName\\" value=\\"sfb01.contoso.local\\"');
    for (const said of ["ClientAccess\\\\Owa\\\\web.config", "MSExchangeOWAAppPool", "event 112"])
      expect(manifest).toContain(said);
  });
});

test("a renewed certificate asks for the file of each server again", async () => {
  const anna = new Operator(
    servers("lync2013"),
    folder(OutlookWebTrust.unifiedMessaging(), ServerVersion.LYNC_2013),
    IN_2013,
  );
  expect((await finish(anna)).exitCode).toBe(0);
  const renewed = folder(OutlookWebTrust.unifiedMessaging(), ServerVersion.LYNC_2013, NEW_CERTIFICATE);
  const run = await new Operator(anna.simulator, renewed, IN_2013).apply("exchange");
  expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 6, writes: [] });
  expect(run.stdout.replace(/\s+/g, " ").split("What is asked has changed since.")).toHaveLength(3);
});

test("a server without such a directory is refused, and setup is what makes one", async () => {
  const simulator = exchangeSimulator((exchange) => {
    exchange.owaVirtualDirectories = [directory("EX02")];
  }, "lync2013");
  const anna = new Operator(simulator, folder(OutlookWebTrust.unifiedMessaging(), ServerVersion.LYNC_2013), IN_2013);
  const run = await finish(anna);
  expect(run.stdout.replace(/\s+/g, " ")).toContain("does not exist, and this step has no call that creates it");
});
