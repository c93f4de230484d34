import { Rule } from "./rule";

export const MODERN_AUTHENTICATION_EVERYWHERE: Rule = {
  id: "HYB-TRU-103",
  title: "Modern authentication is on in every place that people use.",
  severity: "warning",
  why:
    "Where it is not the same everywhere, people are asked for their password several times; on in all four places is the " +
    'topology Mixed 6, which is recommended ("Skype for Business topologies supported with Modern Authentication").',
  check: (model) =>
    model.modernAuthentications
      .filter(({ stage }) => stage === "switched")
      .flatMap(({ tenant, source, switches }) => {
        const off = switches.filter(({ state }) => state === "left off").map(({ where }) => where);
        if (off.length === 0) return [];
        return [
          {
            subject: tenant,
            message: `Modern authentication is switched on for the servers and left off for ${off.join(", ")}: people are asked more than once.`,
            fix: "Switch it on there as well, or acknowledge HYB-TRU-103 with the reason.",
            source,
          },
        ];
      }),
};
