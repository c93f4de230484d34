import { Rule } from "./rule";

/** Legal: single people may have a policy that lets them. */
export const EXCHANGE_NEEDS_OUTSIDE: Rule = {
  id: "HYB-EXO-101",
  title: "Where Exchange Online is joined, people may sign in from outside.",
  severity: "warning",
  why:
    "Exchange Online signs people in through the Edge, which counts as signing in from outside (" +
    '"Configuring on-premises Lync Server 2013 integration with Exchange Online", Set-CsExternalAccessPolicy).',
  check: ({ exchangeOnlines, externalAccessPolicies }) =>
    exchangeOnlines.flatMap(({ provider, source }) =>
      externalAccessPolicies
        .filter(({ side, outside }) => side === "on-premises" && !outside)
        .map(({ identity }) => ({
          subject: provider,
          message:
            `The external access policy ${identity} on-premises forbids signing in from outside: nobody without a policy of ` +
            `their own has presence and instant messaging in Outlook on the web.`,
          fix:
            "Leave `outside` out of ExternalAccessPolicy. If only voicemail is wanted, or single people have a policy of their " +
            "own, acknowledge HYB-EXO-101 with that reason.",
          source,
        })),
    ),
};
