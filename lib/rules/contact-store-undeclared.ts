import { placesOf } from "./place";
import { Rule } from "./rule";

export const CONTACT_STORE_UNDECLARED: Rule = {
  id: "HYB-EXC-101",
  title: "Where Exchange is connected, somebody decided about the contact store.",
  severity: "info",
  why:
    "The global policy that the servers come with allows the contact store (UcsAllowed True), so contacts move as soon as " +
    'trust works ("Configure Skype for Business Server to use the unified contact store").',
  check: ({ exchangeConnections, contactStores }) => {
    const able = exchangeConnections.filter(({ exchangeOrder }) => exchangeOrder >= 2013);
    if (able.length === 0 || contactStores.length > 0) return [];
    return [
      {
        subject: "unified contact store",
        message:
          "Exchange is connected and no UnifiedContactStore is declared: unless somebody changed the global policy, " +
          "contacts move to Exchange at each person's next sign-in.",
        fix: "Declare a UnifiedContactStore: with allowed: true, allowed: false, or a pilot.",
        source: placesOf(able),
      },
    ];
  },
};
