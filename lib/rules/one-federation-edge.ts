import { declaresNothing } from "./deployment-without-rooms";
import { placesOf } from "./place";
import { Rule } from "./rule";

export const ONE_FEDERATION_EDGE: Rule = {
  id: "HYB-TOP-009",
  title: "Exactly one Edge pool has federation.",
  severity: "error",
  why:
    'SIP federation can be enabled for one Edge pool only ("Configure federation routes and media traffic"), the cloud is ' +
    "reached by it, and Move-CsUser fails with several.",
  unacceptable: "the cloud is reached through the one Edge pool with federation.",
  check: (model) => {
    if (declaresNothing(model)) return [];
    const federating = model.edgePools.filter(({ federation }) => federation);
    if (federating.length === 1) return [];
    const names = federating.map(({ fqdn }) => fqdn);
    return [
      {
        subject: "federation Edge",
        message:
          names.length === 0
            ? "No Edge pool has federation."
            : `${names.length} Edge pools have federation: ${names.join(", ")}.`,
        fix: "Declare the Edge pool of your sites' federation route, and say federation: false on every other one.",
        source: placesOf(federating.length === 0 ? model.edgePools : federating),
      },
    ];
  },
};
