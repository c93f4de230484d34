import { DeploymentModel, ModernAuthenticationFact } from "../../lib/model/deployment-model";
import { MODERN_AUTHENTICATION_EVERYWHERE } from "../../lib/rules/modern-authentication-everywhere";
import { MODERN_AUTHENTICATION_READY } from "../../lib/rules/modern-authentication-ready";
import { NO_PASSIVE_AUTHENTICATION } from "../../lib/rules/no-passive-authentication";
import { DIRECTOR, EDGE_POOL, EXCHANGE, messages, OF_2015, OF_2019, POOL } from "./model-fixture";

const MODERN: ModernAuthenticationFact = {
  source: "contoso/hybrid/modern",
  tenant: "contoso.onmicrosoft.com",
  stage: "switched",
  pools: [POOL.fqdn],
  exchangeHybrid: "classic",
  exchange: { version: "Exchange Server 2016", build: "15.1.2507.6" },
  passiveAuthentication: false,
  switches: [
    { where: "Exchange on-premises", state: "by us" },
    { where: "Exchange Online", state: "on already" },
    { where: "Teams", state: "on already" },
  ],
};

function modern(
  fact: Partial<ModernAuthenticationFact> = {},
  overrides: Partial<DeploymentModel> = {},
): Partial<DeploymentModel> {
  return {
    frontEndPools: [{ ...POOL, ...OF_2019 }],
    edgePools: [{ ...EDGE_POOL, ...OF_2019 }],
    modernAuthentications: [{ ...MODERN, ...fact }],
    ...overrides,
  };
}

describe("what modern authentication needs", () => {
  const ready = (...given: Parameters<typeof modern>): string[] =>
    messages(MODERN_AUTHENTICATION_READY, modern(...given));

  test("is there with Skype for Business Server, a new Exchange and classic hybrid", () => {
    expect(ready()).toEqual([]);
    expect(messages(MODERN_AUTHENTICATION_READY)).toEqual([]);
    expect(ready({ exchange: { version: "Exchange Server Subscription Edition", build: "15.2.2562.17" } })).toEqual([]);
  });

  test("is not with one server of Lync Server 2013 anywhere, a Director included", () => {
    expect(ready({}, { directors: [DIRECTOR] })).toEqual([
      "dir01.contoso.local runs Lync Server 2013, with which modern authentication is not supported anywhere in the deployment.",
    ]);
  });

  test("is not with Skype for Business Server 2015 before the update of May 2017", () => {
    const frontEndPools = [{ ...POOL, ...OF_2015, build: "6.0.9319.272" }];
    expect(ready({}, { frontEndPools }).join()).toContain("modern authentication needs 6.0.9319.281 or later");
    expect(ready({}, { frontEndPools: [{ ...POOL, ...OF_2015 }] })).toEqual([]);
  });

  test("is not where the web services of a pool are left out", () => {
    expect(ready({ pools: [] })).toEqual([
      "The web services of lync01.contoso.local are not named: its people could not sign in after the switch.",
    ]);
  });

  test("is not with an old Exchange, Exchange 2010, or a hybrid that is not classic", () => {
    expect(ready({ exchange: { version: "Exchange Server 2016", build: "15.1.1261.35" } }).join()).toContain(
      "Exchange Server 2016 has build 15.1.1261.35, modern authentication needs 15.1.1415.2 or later.",
    );
    const exchangeConnections = [{ ...EXCHANGE, exchange: "Exchange Server 2010", exchangeOrder: 2010 }];
    expect(ready({}, { exchangeConnections }).join()).toContain("Exchange Server 2010 is declared");
    expect(ready({ exchangeHybrid: "none" }).join()).toContain("supported with classic hybrid only");
    const none = [{ where: "Exchange on-premises", state: "not there" as const }];
    expect(ready({ exchangeHybrid: "none", exchange: undefined, switches: none })).toEqual([]);
  });

  test("is asked of nobody who goes back", () => {
    expect(ready({ stage: "switched back", pools: [] })).toEqual([]);
  });
});

test("Passive Authentication beside it is refused, on the way back it is not", () => {
  expect(messages(NO_PASSIVE_AUTHENTICATION, modern())).toEqual([]);
  expect(messages(NO_PASSIVE_AUTHENTICATION, modern({ passiveAuthentication: true }))).toEqual([
    "Modern authentication of contoso.onmicrosoft.com is declared, and Passive Authentication is on.",
  ]);
  expect(messages(NO_PASSIVE_AUTHENTICATION, modern({ passiveAuthentication: true, stage: "switched back" }))).toEqual(
    [],
  );
});

test("a place where it is left off is warned of once it is switched, and one that is not there is not", () => {
  const left = [
    { where: "Exchange on-premises", state: "left off" as const },
    { where: "Exchange Online", state: "not there" as const },
  ];
  expect(messages(MODERN_AUTHENTICATION_EVERYWHERE, modern())).toEqual([]);
  expect(messages(MODERN_AUTHENTICATION_EVERYWHERE, modern({ switches: left, stage: "prepared" }))).toEqual([]);
  expect(messages(MODERN_AUTHENTICATION_EVERYWHERE, modern({ switches: left }))).toEqual([
    "Modern authentication is switched on for the servers and left off for Exchange on-premises: people are asked more than once.",
  ]);
});
