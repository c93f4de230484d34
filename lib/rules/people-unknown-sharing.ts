import { placesOf } from "./place";
import { Rule } from "./rule";
import { sharingTakenBack } from "./sharing-taken-back";

export const PEOPLE_UNKNOWN_SHARING: Rule = {
  id: "HYB-SSA-031B",
  title: "Before sharing ends, it is known that nobody is homed on-premises.",
  severity: "warning",
  why:
    "SharedSipAddressSpace must remain True, and the provider with it, until nobody is homed on-premises any more " +
    '("Configure federation for hybrid"), and the declaration does not say how many there are.',
  check: (model) => {
    const lost = sharingTakenBack(model);
    const pools = model.frontEndPools.filter(({ homedUsers }) => homedUsers === undefined);
    if (lost.length === 0 || (pools.length === 0 && model.frontEndPools.length > 0)) return [];
    const where = pools.map(({ fqdn }) => fqdn).join(", ");
    return [
      {
        subject: "people on-premises",
        message:
          `${lost.join(" and ")} would be taken back, and ` +
          (where === "" ? "no pool is declared" : `${where} does not say how many people are homed there`) +
          ": whoever is still there would be cut off from the cloud.",
        fix: 'Run Get-CsUser -Filter { HostingProvider -eq "SRV:" }; when it finds nobody, declare homedUsers: 0.',
        source: placesOf(pools),
      },
    ];
  },
};
