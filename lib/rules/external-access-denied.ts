import { federationSides } from "./federation-sides";
import { Rule } from "./rule";

/** Legal: single people may have a policy that lets them. Odd beside a federation that somebody declared. */
export const EXTERNAL_ACCESS_DENIED: Rule = {
  id: "HYB-FED-101",
  title: "Where federation is declared, people may use it.",
  severity: "warning",
  why: "Federation of a side does not by itself let anybody federate: the external access policy does (Set-CsExternalAccessPolicy).",
  check: (model) =>
    federationSides(model).flatMap(({ where, policies }) =>
      policies
        .filter(({ federation }) => !federation)
        .map(({ identity, source }) => ({
          subject: where,
          message:
            `Federation is declared for ${where}, and its external access policy ${identity} forbids it: nobody talks to ` +
            `partners there who has no policy of their own.`,
          fix:
            "Leave `federation` out of the policy, or declare FederationPolicy.none(). If single people shall federate by a " +
            "policy of their own, acknowledge HYB-FED-101 with that reason.",
          source,
        })),
    ),
};
