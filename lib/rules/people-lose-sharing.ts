import { Rule } from "./rule";
import { sharingTakenBack } from "./sharing-taken-back";

export const PEOPLE_LOSE_SHARING: Rule = {
  id: "HYB-SSA-031",
  title: "The address space stays shared while people are homed on-premises.",
  severity: "error",
  why:
    "SharedSipAddressSpace must remain True, and the provider with it, until nobody is homed on-premises any more " +
    '("Configure federation for hybrid").',
  check: (model) => {
    const lost = sharingTakenBack(model);
    if (lost.length === 0) return [];
    return model.frontEndPools.flatMap(({ fqdn, homedUsers, source }) => {
      if (homedUsers === undefined || homedUsers === 0) return [];
      const people = homedUsers === 1 ? "1 person is" : `${homedUsers} people are`;
      return [
        {
          subject: fqdn,
          message: `${people} homed on ${fqdn}, and ${lost.join(" and ")} would be taken back: people in the cloud would not reach them any more.`,
          fix: "Declare the SharedAddressSpace again, with the same provider; take it out when homedUsers is 0.",
          source,
        },
      ];
    });
  },
};
