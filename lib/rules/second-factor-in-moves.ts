import { Rule } from "./rule";

/** Order of Lync Server 2013 among the versions. */
const LYNC_2013 = 1;

export const SECOND_FACTOR_IN_MOVES: Rule = {
  id: "HYB-MOV-055",
  title: "The account that moves people can sign in with the tools that are declared.",
  severity: "warning",
  why:
    "The tools of Lync Server 2013 hand over name and password (-Credential), and no second factor; those of Skype for " +
    "Business Server 2015 CU12 and later open a window for the sign-in (Move-CsUser).",
  check: ({ tenants, frontEndPools }) => {
    const newest = Math.max(...frontEndPools.map(({ versionOrder }) => versionOrder));
    if (newest !== LYNC_2013) return [];
    return tenants
      .filter(({ signIns = [] }) =>
        signIns.some(({ shell, secondFactor }) => shell === "move" && secondFactor === true),
      )
      .map(({ initialDomain, source }) => ({
        subject: initialDomain,
        message: `The account that moves people to ${initialDomain} has a second factor, which the tools of Lync Server 2013 cannot ask for: every move would fail at its sign-in.`,
        fix:
          "Move people with an account that is excused from the second factor while the moves last, or with the tools of Skype " +
          "for Business Server 2015 (CU12 or later) or 2019, and declare that server.",
        source,
      }));
  },
};
