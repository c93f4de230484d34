import { Rule } from "./rule";

export const DECLARED_BUILD: Rule = {
  id: "HYB-TOP-007B",
  title: "Every Front End pool says its build.",
  severity: "warning",
  why: "Without a build nobody has looked whether people can be moved from the pool at all (Move-CsUser names minimum builds).",
  check: ({ frontEndPools }) =>
    frontEndPools
      .filter(({ build }) => build === undefined)
      .map(({ fqdn, version, minimumBuild, source }) => ({
        subject: fqdn,
        message: `${fqdn} (${version}) declares no build; people can be moved from ${minimumBuild} or later only.`,
        fix: 'Run Get-CsServerPatchVersion there and declare what it shows, such as build: "' + `${minimumBuild}".`,
        source,
      })),
};
