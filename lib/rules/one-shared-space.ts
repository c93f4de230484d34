import { sortedSet } from "../values/text-order";
import { placesOf } from "./place";
import { Rule } from "./rule";

export const ONE_SHARED_SPACE: Rule = {
  id: "HYB-SSA-002",
  title: "A tenant shares its SIP address space once.",
  severity: "error",
  why: 'One tenant is in hybrid with one deployment at a time ("Cloud consolidation"), and the switch is one of the tenant.',
  unacceptable: "the tenant has one switch and the Edge one provider for it.",
  check: ({ sharedAddressSpaces, sharedAddressSpacesElsewhere }) =>
    sortedSet(sharedAddressSpaces.map(({ tenant }) => tenant)).flatMap((tenant) => {
      const here = sharedAddressSpaces.filter((space) => space.tenant === tenant);
      const elsewhere = sharedAddressSpacesElsewhere.filter((space) => space.tenant === tenant);
      const spaces = [...here, ...elsewhere];
      if (spaces.length === 1) return [];
      return [
        {
          subject: tenant,
          message: `${tenant} shares its SIP address space ${spaces.length} times${elsewhere.length > 0 ? ", in more than one deployment" : ""}.`,
          fix:
            elsewhere.length > 0
              ? "Finish one deployment and take its SharedAddressSpace out, then begin the next: one forest at a time is hybrid."
              : "Declare one SharedAddressSpace and name all SIP domains in it.",
          source: placesOf(spaces),
        },
      ];
    }),
};
