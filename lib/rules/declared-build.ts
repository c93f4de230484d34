import { ServerFact } from "../model/deployment-model";
import { Rule, Violation } from "./rule";

/** Edge pools are not asked: nobody is moved from one. */
export const DECLARED_BUILD: Rule = {
  id: "HYB-TOP-007B",
  title: "Every Front End pool and Director says its build.",
  severity: "warning",
  why: "Without a build nobody has looked whether people can be moved from the pool at all (Move-CsUser names minimum builds).",
  check: ({ frontEndPools, directors }) => [
    ...frontEndPools.flatMap((pool) => withoutBuild(pool, "people can be moved from")),
    ...directors.flatMap((director) => withoutBuild(director, "hybrid is supported with")),
  ],
};

function withoutBuild({ fqdn, version, build, minimumBuild, source }: ServerFact, what: string): Violation[] {
  if (build !== undefined) return [];
  const [needed, example] =
    minimumBuild === undefined
      ? ["no document names the oldest that will do", ""]
      : [`${what} ${minimumBuild} or later only`, `, such as build: "${minimumBuild}"`];
  return [
    {
      subject: fqdn,
      message: `${fqdn} (${version}) declares no build; ${needed}.`,
      fix: `Run Get-CsServerPatchVersion there and declare what it shows${example}.`,
      source,
    },
  ];
}
