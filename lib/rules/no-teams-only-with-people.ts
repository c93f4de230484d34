import { DeploymentModel } from "../model/deployment-model";
import { placesOf } from "./place";
import { Rule } from "./rule";

export const NO_TEAMS_ONLY_WITH_PEOPLE: Rule = {
  id: "HYB-TEN-051",
  title: "The tenant is not TeamsOnly while people are homed on-premises.",
  severity: "error",
  why:
    "TeamsOnly cannot be the tenant's mode while there is a deployment on-premises, and a tenant that has it breaks " +
    "federation for whoever is homed there (Grant-CsTeamsUpgradePolicy). A number that nobody declared counts as people.",
  check: (model) => {
    const left = peopleLeft(model);
    if (left === undefined) return [];
    return model.coexistenceModes
      .filter(({ mode }) => mode === "UpgradeToTeams")
      .map(({ tenant, source }) => ({
        subject: tenant,
        message: `The mode of ${tenant} is declared TeamsOnly, and ${left}.`,
        fix: "Declare CoexistenceMode.SFB_WITH_TEAMS_COLLAB until everybody is moved; then say homedUsers: 0 on every pool.",
        source: placesOf([{ source }]),
      }));
  },
};

/** Who is or may be homed on-premises, in words; undefined when it is declared that nobody is. */
function peopleLeft({ frontEndPools }: DeploymentModel): string | undefined {
  if (frontEndPools.length === 0) return "no pool says how many people are homed on-premises";
  const unknown = frontEndPools.filter(({ homedUsers }) => homedUsers === undefined).map(({ fqdn }) => fqdn);
  const known = frontEndPools.reduce((sum, { homedUsers }) => sum + (homedUsers ?? 0), 0);
  if (known > 0) return `${known === 1 ? "1 person is" : `${known} people are`} homed on-premises`;
  return unknown.length === 0 ? undefined : `${unknown.join(", ")} does not say how many people are homed there`;
}
