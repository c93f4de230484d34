import { Rule } from "./rule";

/** Always told: whoever builds this trust today builds it again soon. */
export const SHARED_PRINCIPAL_WITHDRAWN: Rule = {
  id: "HYB-TRU-101",
  title: "No trust rests on a principal that Microsoft withdraws.",
  severity: "warning",
  why:
    "Exchange Online withdraws the principal that all organizations share for Exchange Web Services, in favour of a " +
    'dedicated application ("Deploy dedicated Exchange hybrid app").',
  check: ({ cloudTrusts }) =>
    cloudTrusts.map(({ tenant, sharedPrincipal, source }) => ({
      subject: tenant,
      message:
        `The servers reach the mailboxes of ${tenant} by a principal that Microsoft withdraws: since 31 October 2025 Exchange ` +
        `Online blocks it for Exchange servers, and where that counts for these servers as well, calendars, contacts and ` +
        `history of people with a mailbox online stop. Accepted because: ${sharedPrincipal}`,
      fix:
        "Ask Microsoft how these servers move to a dedicated application (the hotfix of August 2025 begins it), plan the " +
        "day, and acknowledge HYB-TRU-101 until then.",
      source,
    })),
};
