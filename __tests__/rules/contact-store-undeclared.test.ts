import { CONTACT_STORE_UNDECLARED } from "../../lib/rules/contact-store-undeclared";
import { CONTACT_STORE, EXCHANGE, violations } from "./model-fixture";

describe("a connected Exchange", () => {
  test("without a decision about the contact store is told what happens by itself", () => {
    const [only, ...rest] = violations(CONTACT_STORE_UNDECLARED, { exchangeConnections: [EXCHANGE] });
    expect(rest).toEqual([]);
    expect(only?.message).toContain("contacts move to Exchange at each person's next sign-in");
    expect(only?.source).toBe("contoso/hybrid/exchange");
  });

  test("with one is left in peace, and so is an Exchange that keeps no contacts", () => {
    const old = { ...EXCHANGE, exchangeOrder: 2010 };
    const decided = { exchangeConnections: [EXCHANGE], contactStores: [CONTACT_STORE] };
    expect(violations(CONTACT_STORE_UNDECLARED, decided)).toEqual([]);
    expect(violations(CONTACT_STORE_UNDECLARED, { exchangeConnections: [old] })).toEqual([]);
    expect(violations(CONTACT_STORE_UNDECLARED)).toEqual([]);
  });
});
