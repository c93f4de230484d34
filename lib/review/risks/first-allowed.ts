import { partnerList } from "../partner-lists";
import { RiskRule } from "./risk-rule";

const FIRST = {
  level: "high",
  reason: "the first entry of an allow list: from here on the list decides who gets through",
} as const;

export const FIRST_ALLOWED: RiskRule = {
  id: "first-allowed",
  title: "An allow list gets its first entry",
  why: "In the tenant the first allowed domain turns open federation into closed federation: everybody else is shut out.",
  example: 'FederationPolicy.open() becomes FederationPolicy.closed({ allowed: ["fabrikam.com"] }).',
  judge: (change) =>
    change.about === "object" &&
    change.action === "added" &&
    partnerList(change.noun)?.list === "allowed" &&
    change.count.before === 0
      ? [FIRST]
      : [],
};
