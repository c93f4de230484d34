import { nameList } from "./name-list";
import { Rule } from "./rule";
import { VOICEMAIL_SOURCE } from "../features/voicemail-matrix";
import { pairSubject, voicemailPairs } from "./voicemail-pairs";

export const VOICEMAIL_CONFIRMED: Rule = {
  id: "HYB-EXO-059B",
  title: "Hosted voicemail is declared in the knowledge that a document lists servers and mailbox.",
  severity: "warning",
  why: `The table ends with Skype for Business Server 2019 and Exchange Server 2019: ${VOICEMAIL_SOURCE}.`,
  check: (model) =>
    voicemailPairs(model)
      .filter(({ support }) => support === undefined)
      .map((pair) => ({
        subject: pairSubject(pair),
        message:
          `${nameList(pair.pools)}: whether people on ${pair.version} with a mailbox on ${pair.mailbox} have Cloud Voicemail ` +
          `is not confirmed by any document.`,
        fix: "Ask Microsoft, try it with one person, then acknowledge HYB-EXO-059B with the answer.",
        source: pair.policy.source,
      })),
};
