import { Rule } from "./rule";

export const NO_ISLANDS_IN_HYBRID: Rule = {
  id: "HYB-TEN-052",
  title: "The tenant's mode is one of the Skype for Business modes.",
  severity: "warning",
  why:
    "In Islands chats and calls of people who have moved land in either client of those who have not, and one of them may " +
    'be closed; a Skype for Business mode is set before the first move ("Cloud consolidation for Teams and Skype for Business").',
  check: ({ coexistenceModes }) =>
    coexistenceModes
      .filter(({ mode }) => mode === "Islands")
      .map(({ tenant, source }) => ({
        subject: tenant,
        message: `The mode of ${tenant} is declared Islands: people on-premises would miss what reaches them in Teams.`,
        fix: "Declare CoexistenceMode.SFB_WITH_TEAMS_COLLAB, which Microsoft recommends while people live on both sides.",
        source,
      })),
};
