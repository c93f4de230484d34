import { FrontEndPoolFact } from "../model/deployment-model";
import { nameList } from "./name-list";
import { placesOf } from "./place";
import { Rule } from "./rule";

/** Whose address is in which domain is not declared: a count of zero is the only thing that rules it out. */
export const USED_SIP_DOMAIN: Rule = {
  id: "HYB-SIP-076",
  title: "A SIP domain leaves when nobody has an address in it.",
  severity: "warning",
  why: 'The server refuses to remove a SIP domain while one SIP address uses it, and the default one ("Remove-CsSipDomain").',
  check: ({ deployed, sipDomains, frontEndPools }) => {
    const people = peopleOf(frontEndPools);
    if (people === undefined) return [];
    const kept = sipDomains.map(({ name }) => name);
    const gone = deployed.filter(
      ({ noun, identity }) => noun === "CsSipDomain" && !kept.includes(identity.toLowerCase()),
    );
    return gone.map(({ identity }) => ({
      subject: identity,
      message: `${identity} is no longer declared and would be taken back, and ${people}: the server refuses to remove it while one SIP address is in it.`,
      fix:
        `Run Get-CsUser | Where-Object { $_.SipAddress -like "*@${identity}" }, give whom it finds another address first, or ` +
        "declare the SipDomain again.",
      source: placesOf(frontEndPools),
    }));
  },
};

/** Undefined when everybody was counted and nobody is there. */
function peopleOf(pools: readonly FrontEndPoolFact[]): string | undefined {
  if (pools.length === 0) return "no pool is declared that would say whether people are homed there";
  const uncounted = pools.filter(({ homedUsers }) => homedUsers === undefined).map(({ fqdn }) => fqdn);
  if (uncounted.length > 0) return `how many people are homed on ${nameList(uncounted)} is not declared`;
  const count = pools.reduce((sum, { homedUsers }) => sum + (homedUsers ?? 0), 0);
  if (count === 0) return undefined;
  return count === 1 ? "1 person is homed on-premises" : `${count} people are homed on-premises`;
}
