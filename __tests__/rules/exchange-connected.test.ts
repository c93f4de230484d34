import { EXCHANGE_CONNECTED } from "../../lib/rules/exchange-connected";
import { ARCHIVE, CONTACT_STORE, EXCHANGE, messages, violations } from "./model-fixture";

const connected = { exchangeConnections: [EXCHANGE], contactStores: [CONTACT_STORE], exchangeArchives: [ARCHIVE] };
const OLD = { ...EXCHANGE, exchange: "Exchange Server 2010", exchangeOrder: 2010 };

describe("what Exchange keeps", () => {
  test("is right with a connected Exchange 2013", () => {
    expect(violations(EXCHANGE_CONNECTED, connected)).toEqual([]);
  });

  test("is refused with an Exchange that keeps none, for contacts and transcripts", () => {
    expect(messages(EXCHANGE_CONNECTED, { ...connected, exchangeConnections: [OLD] })).toEqual([
      "The unified contact store works through contoso/hybrid/exchange, and Exchange Server 2010 keeps none.",
      "The archive in Exchange works through contoso/hybrid/exchange, and Exchange Server 2010 keeps none.",
    ]);
  });

  test("is refused through a connection that nobody declared here", () => {
    const [first] = violations(EXCHANGE_CONNECTED, { ...connected, exchangeConnections: [] });
    expect(first?.message).toContain("which is no connection of this deployment");
    expect(first?.fix).toContain("in the same HybridDeployment");
  });

  test("is nothing where contacts stay on the servers and transcripts in their database", () => {
    const contactStores = [{ ...CONTACT_STORE, allowed: false }];
    const exchangeArchives = [{ ...ARCHIVE, inExchange: false }];
    expect(violations(EXCHANGE_CONNECTED, { exchangeConnections: [OLD], contactStores, exchangeArchives })).toEqual([]);
  });

  test("is asked for where only a pilot may", () => {
    const contactStores = [{ ...CONTACT_STORE, allowed: false, pilotPolicy: "Pilot" }];
    expect(violations(EXCHANGE_CONNECTED, { exchangeConnections: [OLD], contactStores }).length).toBe(1);
  });
});
