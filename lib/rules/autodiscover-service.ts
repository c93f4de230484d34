import { Rule } from "./rule";

export const AUTODISCOVER_SERVICE: Rule = {
  id: "HYB-TRU-068",
  title: "The servers ask the Autodiscover service, not its document.",
  severity: "warning",
  why:
    'The documents print an address that ends in .svc for the servers ("Configure an on-premises partner application"); ' +
    "the one that ends in .xml is for mail clients.",
  check: ({ exchangeTrusts }) =>
    exchangeTrusts
      .filter(({ autodiscoverUrl }) => !autodiscoverUrl.toLowerCase().endsWith(".svc"))
      .map(({ autodiscoverUrl, source }) => ({
        subject: autodiscoverUrl,
        message: `The servers look for mailboxes at ${autodiscoverUrl}, which does not end in .svc: they will hardly find one.`,
        fix: `Write ${serviceOf(autodiscoverUrl)} as \`autodiscoverUrl\`, or acknowledge HYB-TRU-068 with the reason.`,
        source,
      })),
};

function serviceOf(url: string): string {
  return new URL("/autodiscover/autodiscover.svc", url).href;
}
