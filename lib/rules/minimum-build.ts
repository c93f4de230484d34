import { compareBuilds } from "../values/server-build";
import { Rule } from "./rule";
import { serversOf } from "./servers";

export const MINIMUM_BUILD: Rule = {
  id: "HYB-TOP-007",
  title: "Every declared build is one that hybrid is supported with.",
  severity: "error",
  why:
    "Since 2022-07-31 people can be moved to the cloud only from servers with at least this build (Move-CsUser, " +
    '"Plan hybrid connectivity").',
  check: (model) =>
    serversOf(model).flatMap(({ fqdn, version, build, minimumBuild, source }) =>
      build === undefined || minimumBuild === undefined || compareBuilds(build, minimumBuild) >= 0
        ? []
        : [
            {
              subject: fqdn,
              message: `${fqdn} (${version}) has build ${build}, hybrid with Teams needs ${minimumBuild} or later.`,
              fix: `Install the cumulative update on every server of ${fqdn}, then declare what Get-CsServerPatchVersion shows.`,
              source,
            },
          ],
    ),
};
