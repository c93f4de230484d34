import { nameList } from "./name-list";
import { Rule } from "./rule";
import { VOICEMAIL_SOURCE } from "../features/voicemail-matrix";
import { pairSubject, VoicemailPair, voicemailPairs } from "./voicemail-pairs";

export const VOICEMAIL_SUPPORTED: Rule = {
  id: "HYB-EXO-059",
  title: "Hosted voicemail is declared only where servers and mailbox are supported with Cloud Voicemail.",
  severity: "error",
  why: `Which voicemail a person has follows from the version of their servers and the product of their mailbox: ${VOICEMAIL_SOURCE}.`,
  check: (model) =>
    voicemailPairs(model)
      .filter(({ support }) => support !== undefined && support !== "Cloud Voicemail")
      .map((pair) => ({
        subject: pairSubject(pair),
        message: `${nameList(pair.pools)}: ${reason(pair)}`,
        fix: fix(pair),
        source: pair.policy.source,
      })),
};

function reason({ version, mailbox, support }: VoicemailPair): string {
  return support === "not supported"
    ? `no voicemail is supported for people on ${version} with a mailbox on ${mailbox}: they would lose theirs.`
    : `people on ${version} with a mailbox on ${mailbox} have Unified Messaging of that Exchange, not Cloud Voicemail.`;
}

function fix({ support }: VoicemailPair): string {
  return support === "not supported"
    ? "Move these people to Skype for Business Server 2019 before their mailbox, or their mailbox to Exchange Online; or say " +
        "by `pools` and `mailboxes` who the policy is for."
    : "Leave that mailbox out of `mailboxes`, give these people no hosted voicemail, or move their mailbox to Exchange Online.";
}
