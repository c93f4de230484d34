import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  ExchangeConnection,
  ExchangeUnifiedMessaging,
  ExchangeUnifiedMessagingProps,
  ExchangeVersion,
  OutlookWebTrust,
  ServerVersion,
  UmDialPlan,
} from "../../lib";
import {
  exchangeOf,
  ExchangeOptions,
  exchangeSimulator,
  OLD_CERTIFICATE,
  refusalOf,
  synthExchange,
} from "../instruments/exchange";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { ExchangeState, SimulatedRun, Simulator } from "../instruments/simulator";

const HQ = new UmDialPlan({ name: "HQ", extensionDigits: 3, countryCode: "353", callsAnywhereInCountry: true });

function options(
  props: Partial<ExchangeUnifiedMessagingProps> = {},
  version = ExchangeVersion.EXCHANGE_2013,
): ExchangeOptions {
  const declare: ExchangeOptions["declare"] = ({ hybrid, pool, exchange }) => {
    const reason = "Trust was set up by the messaging team, CHG-1042.";
    const connection = ExchangeConnection.byHand(hybrid, "connection", { exchange: version, reason });
    const certificateThumbprint = OLD_CERTIFICATE;
    new ExchangeUnifiedMessaging(hybrid, "um", {
      connection,
      exchange,
      pool,
      dialPlans: [HQ],
      certificateThumbprint,
      ...props,
    });
  };
  return { messaging: false, version, pool: ServerVersion.LYNC_2013, declare };
}

const of2013 = (props: Partial<ExchangeUnifiedMessagingProps> = {}): string => synthExchange(options(props)).onprem;
const IN_2013 = { env: { LYNC_SIM_EXCHANGE: "exchange2013" } };
const BEFORE = { DialPlans: [] as string[], UMStartupMode: "TCP" };

const servers = (edit: (exchange: ExchangeState) => void = () => undefined): Simulator =>
  exchangeSimulator((exchange) => {
    const named = ["EX01", "EX02", "EX09"].map((Name) => ({ Name, Identity: Name, ...BEFORE }));
    exchange.umServices = structuredClone(named);
    exchange.umCallRouters = structuredClone(named);
    edit(exchange);
  }, "lync2013");

const commands = ({ writes }: SimulatedRun): string[] => writes.map(({ command }) => command);
const ANSWERS = { DialPlans: ["HQ"], UMStartupMode: "Dual" };

describe.each([
  ["2013", ExchangeVersion.EXCHANGE_2013, "exchange2013"],
  ["2016", ExchangeVersion.EXCHANGE_2016, "exchange2016"],
] as const)("voicemail in Exchange Server %s", (_year, version, known) => {
  const simulator = servers();
  const { onprem } = synthExchange(options({}, version));
  const anna = new Operator(simulator, onprem, { env: { LYNC_SIM_EXCHANGE: known } });

  test("is a SIP URI dial plan that every declared server answers, and no other server", async () => {
    await anna.signOffAll();
    await anna.apply("lync");
    const run = await anna.apply("exchange");
    expect(commands(run).sort()).toEqual([
      "New-UMDialPlan",
      "Set-UMCallRouterSettings",
      "Set-UMCallRouterSettings",
      "Set-UMDialPlan",
      "Set-UMMailboxPolicy",
      "Set-UMService",
      "Set-UMService",
    ]);
    const { umDialPlans, umMailboxPolicies, umServices, umCallRouters } = exchangeOf(simulator.state());
    expect(umDialPlans).toMatchObject([
      {
        Name: "HQ",
        URIType: "SipName",
        VoIPSecurity: "Secured",
        NumberOfDigitsInExtension: 3,
        CountryOrRegionCode: "353",
        ConfiguredInCountryOrRegionGroups: ["Anywhere,*,*,*"],
      },
    ]);
    expect(umMailboxPolicies).toMatchObject([
      { Name: "HQ Default Policy", AllowedInCountryOrRegionGroups: ["Anywhere"] },
    ]);
    for (const list of [umServices, umCallRouters]) expect(list).toMatchObject([ANSWERS, ANSWERS, BEFORE]);
  }, 180_000);

  test("is nothing to write for a second run", async () => {
    const again = await anna.apply("exchange");
    expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
  });
});

test("what a server answered before comes back by undo, under the name that its cmdlet takes", async () => {
  const simulator = servers();
  const onprem = of2013();
  const on = ["-State", simulator.stateFolder, "-Apply", "-Approved", approvedDigest(onprem)];
  const only =
    "UMDialPlan/HQ,UMDialPlan-calls/HQ,UMMailboxPolicy/HQ-Default-Policy,UMService/ex01,UMCallRouterSettings/ex01";
  await simulator.run("exchange", onprem, ["-Step", only, ...on], IN_2013);
  expect(exchangeOf(simulator.state()).umCallRouters?.[0]).toMatchObject(ANSWERS);
  const run = await simulator.run("exchange", onprem, ["-Undo", "-Step", "UMCallRouterSettings/ex01", ...on], IN_2013);
  expect(run.writes.map(({ command, parameters }) => [command, parameters.Server])).toEqual([
    ["Set-UMCallRouterSettings", "ex01"],
  ]);
  expect(exchangeOf(simulator.state()).umCallRouters?.[0]).toMatchObject({ UMStartupMode: "TCP" });
});

test("a dial plan of telephone extensions under that name is refused: no cmdlet turns it into one of SIP addresses", async () => {
  const simulator = servers((exchange) => {
    const plan = { VoIPSecurity: "Secured", CountryOrRegionCode: "353", NumberOfDigitsInExtension: 3 };
    exchange.umDialPlans = [{ Name: "HQ", Identity: "HQ", URIType: "TelExtn", ...plan }];
  });
  const onprem = of2013();
  const run = await simulator.run("exchange", onprem, ["-Step", "UMDialPlan/HQ"], IN_2013);
  expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
  expect(run.stdout.replace(/\s+/g, " ")).toContain("URIType cannot be changed after creation");
});

test("dial plans that exist besides stay on the servers when they are named", () => {
  const script = readFileSync(join(of2013({ otherDialPlans: ["Branch"] }), "40-integrate/UMService.ex01.ps1"), "utf8");
  expect(script).toMatch(/'Branch'\s+'HQ'/);
});

describe("Unified Messaging is refused", () => {
  test.each([
    ExchangeVersion.EXCHANGE_2010,
    ExchangeVersion.EXCHANGE_2019,
    ExchangeVersion.EXCHANGE_SUBSCRIPTION_EDITION,
  ])("with $productName, which has none", (version) => {
    expect(refusalOf(options({}, version))).toContain(
      `has ${version.productName}, which has no Unified Messaging: it ended with Exchange Server 2016 ("Plan Cloud Voicemail ` +
        `service for on-premises users"). Declare Exchange Server 2013 or 2016, or Cloud Voicemail with HostedVoicemail.`,
    );
  });

  test.each([
    [{ dialPlans: [] }, '"dialPlans" is empty'],
    [{ otherDialPlans: ["hq"] }, '"dialPlans" names hq twice'],
    [{ certificateThumbprint: "1234" }, '"certificateThumbprint" must be the thumbprint of a certificate'],
  ])("with %j", (props, reason) => {
    expect(refusalOf(options(props))).toContain(reason);
  });

  test.each([
    [{ extensionDigits: 21 }, '"extensionDigits" must be the number of digits of an extension, 1 to 20, got 21'],
    [
      { countryCode: "+1" },
      '"countryCode" must be 1 to 4 digits, such as 353, got "+1": write digits without blanks or hyphens',
    ],
    [{ accessNumbers: ["555"] }, '"accessNumbers[0]" must be an E.164 number'],
  ])("with a dial plan of %j", (props, reason) => {
    expect(() => new UmDialPlan({ name: "HQ", extensionDigits: 3, countryCode: "1", ...props })).toThrow(reason);
  });

  test("beside a trusted application pool for the same servers", () => {
    const trust = OutlookWebTrust.trustedPool({ fqdn: "mail.contoso.com", siteId: "HQ" });
    expect(refusalOf({ ...options(), messaging: true, trust })).toContain("error HYB-EXC-064B");
  });
});
