import { Rule } from "./rule";

/** Year of the first version that Lync Server 2013 cannot talk to. */
const FIRST = 2016;

export const OUTLOOK_WEB_NEEDS_SKYPE: Rule = {
  id: "HYB-EXC-064",
  title: "Messaging in Outlook on the web goes to a pool of Skype for Business Server.",
  severity: "error",
  why:
    'Integration between Lync Server 2013 and Exchange Server 2016 or later is not supported ("Configure instant ' +
    'messaging integration with Outlook on the web in Exchange").',
  check: (model) =>
    model.outlookWebMessagings
      .filter(({ exchangeOrder }) => exchangeOrder >= FIRST)
      .flatMap(({ exchangeVersion, pool, source }) =>
        model.frontEndPools
          .filter(({ fqdn, versionOrder }) => fqdn === pool && versionOrder <= 1)
          .map(({ fqdn, version }) => ({
            subject: fqdn,
            message: `${exchangeVersion} takes messaging from ${fqdn}, a pool of ${version}, which is not supported with it.`,
            fix: "Name a Front End pool of Skype for Business Server 2015 or later as `pool`, or remove the construct.",
            source,
          })),
      ),
};
