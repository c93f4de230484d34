import { EXCHANGE_COMBINATION } from "../../lib/rules/exchange-combination";
import { EXCHANGE, OF_2015, POOL, violations } from "./model-fixture";

const EXCHANGE_2019 = { ...EXCHANGE, exchange: "Exchange Server 2019", exchangeOrder: 2019 };
const SERVERS_2019 = {
  source: "contoso/hybrid/servers",
  version: "Exchange Server 2019",
  versionOrder: 2019,
  managementHost: "mail.contoso.local",
  servers: ["mail.contoso.local"],
};

describe("servers and the Exchange that is declared", () => {
  test("are right together where a document supports them", () => {
    expect(violations(EXCHANGE_COMBINATION)).toEqual([]);
    expect(violations(EXCHANGE_COMBINATION, { exchangeConnections: [EXCHANGE] })).toEqual([]);
    const skype = [{ ...POOL, ...OF_2015 }];
    expect(violations(EXCHANGE_COMBINATION, { frontEndPools: skype, exchangeConnections: [EXCHANGE_2019] })).toEqual(
      [],
    );
  });

  test("are refused where nothing of the two is supported: Lync Server 2013 with Exchange Server 2019", () => {
    for (const declared of [{ exchangeConnections: [EXCHANGE_2019] }, { exchanges: [SERVERS_2019] }]) {
      const [found] = violations(EXCHANGE_COMBINATION, declared);
      expect(found?.message).toContain(
        "Exchange Server 2019 is declared, every Front End pool is Lync Server 2013, and the two are not supported together: " +
          "between Lync Server 2013 and Exchange Server 2016 or later it is not supported",
      );
      expect(found?.message).toContain("no voicemail is supported for Lync Server 2013 with Exchange Server 2019");
      expect(found?.fix).toContain("Move the people to a pool of Skype for Business Server 2015 or later");
    }
  });

  test("are told once, with every place", () => {
    const found = violations(EXCHANGE_COMBINATION, { exchangeConnections: [EXCHANGE_2019], exchanges: [SERVERS_2019] });
    expect(found).toHaveLength(1);
    expect(found[0]?.source).toContain("contoso/hybrid/servers");
  });

  test("are right where one other pool is supported: the mailboxes may be those of its people", () => {
    const both = [POOL, { ...POOL, ...OF_2015, fqdn: "sfb01.contoso.local" }];
    expect(violations(EXCHANGE_COMBINATION, { frontEndPools: both, exchangeConnections: [EXCHANGE_2019] })).toEqual([]);
  });
});
