import { propertyRule } from "./risk-rule";

export const OUTLOOK_WEB_MESSAGING_OFF = propertyRule(
  {
    id: "outlook-web-messaging-off",
    title: "People lose messaging in Outlook on the web",
    why: "Whoever holds the mailbox policy sees no presence and gets no messages in Outlook on the web (Set-OwaMailboxPolicy).",
    example: "A manifest sets InstantMessagingEnabled of a mailbox policy from True to False.",
  },
  [
    {
      noun: "HybridOwaMailboxPolicy",
      property: "InstantMessagingEnabled",
      after: false,
      alsoNew: true,
      level: "high",
      reason: "everybody who holds the mailbox policy loses messaging and presence in Outlook on the web",
    },
  ],
);
