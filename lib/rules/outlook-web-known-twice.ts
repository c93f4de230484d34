import { Rule } from "./rule";

export const OUTLOOK_WEB_KNOWN_TWICE: Rule = {
  id: "HYB-EXC-064B",
  title: "The servers know Outlook Web App by Unified Messaging or by a trusted application pool, not by both.",
  severity: "error",
  why:
    "Where Unified Messaging with a SIP URI dial plan runs on the same servers, Exchange is a known server already, and a " +
    'second entry breaks messaging in Outlook Web App ("Integrating Microsoft Lync Server 2013 and Microsoft Outlook Web App 2013").',
  check: ({ outlookWebMessagings, unifiedMessagings }) =>
    outlookWebMessagings.flatMap(({ exchange, trustedPool, source }) => {
      const messaging = unifiedMessagings.find((other) => other.exchange === exchange);
      if (trustedPool === undefined || messaging === undefined) return [];
      return [
        {
          subject: trustedPool,
          message: `The trusted application pool ${trustedPool} is declared, and ${messaging.source} declares Unified Messaging on the same Exchange servers.`,
          fix: "Say trust: OutlookWebTrust.unifiedMessaging(), or declare other servers as an ExchangeOnPremises of their own.",
          source,
        },
      ];
    }),
};
