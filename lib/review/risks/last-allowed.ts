import { partnerList } from "../partner-lists";
import { RiskRule } from "./risk-rule";

const LAST = { level: "high", reason: "the last entry of the allow list: nobody is allowed any more" } as const;

export const LAST_ALLOWED: RiskRule = {
  id: "last-allowed",
  title: "An allow list loses its last entry",
  why: "An empty allow list on a closed Edge lets nobody through.",
  example: "FederationPolicy.closed({ allowed: [...] }) becomes FederationPolicy.none().",
  judge: (change) =>
    change.about === "object" &&
    change.action === "removed" &&
    partnerList(change.noun)?.list === "allowed" &&
    change.count.after === 0 &&
    !change.everybodyAllowed
      ? [LAST]
      : [],
};
