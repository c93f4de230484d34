import { Rule } from "./rule";

export const NO_PASSIVE_AUTHENTICATION: Rule = {
  id: "HYB-TRU-062",
  title: "Modern authentication and Passive Authentication are not declared together.",
  severity: "error",
  why: 'The two exclude each other ("How to use Modern Authentication (ADAL) with Skype for Business").',
  check: (model) =>
    model.modernAuthentications
      .filter(({ stage, passiveAuthentication }) => passiveAuthentication && stage !== "switched back")
      .map(({ tenant, source }) => ({
        subject: tenant,
        message: `Modern authentication of ${tenant} is declared, and Passive Authentication is on.`,
        fix: "Turn Passive Authentication off for every pool in a change of its own, then declare passiveAuthentication: false.",
        source,
      })),
};
