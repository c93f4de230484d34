import { DeploymentModel, SkillSearchFact } from "../model/deployment-model";
import { isSharePointOnline } from "../values/sharepoint-online";
import { Rule } from "./rule";

export const SKILL_SEARCH_ON_PREMISES: Rule = {
  id: "HYB-SHP-063",
  title: "Skill search asks a SharePoint on-premises, for people on-premises.",
  severity: "error",
  why:
    "The client of somebody homed online has no skill search, and SharePoint Online answers none; the addresses stand in the " +
    "client policy of the servers (Set-CsClientPolicy).",
  check: (model) =>
    model.skillSearches.flatMap((search) =>
      gaps(search, model).map(({ message, fix }) => ({
        subject: search.sharePoint,
        message,
        fix,
        source: search.source,
      })),
    ),
};

function gaps(search: SkillSearchFact, model: DeploymentModel): { message: string; fix: string }[] {
  const { sharePoint, urls } = search;
  const online = [sharePoint, ...urls].find(isSharePointOnline);
  const found = [];
  if (online !== undefined) {
    found.push({
      message: `Skill search would ask ${online}, which is SharePoint Online.`,
      fix: "Name a SharePoint Server on-premises, or leave skill search out.",
    });
  } else if (!model.sharePointServers.some(({ url }) => url === sharePoint)) {
    found.push({
      message: `Skill search asks ${sharePoint}, which is no SharePoint of this deployment.`,
      fix: `Declare the SharePointServer ${sharePoint} in the same HybridDeployment.`,
    });
  }
  if (nobodyLeft(model)) {
    found.push({
      message: "Skill search is declared, and it is declared as well that nobody is homed on-premises.",
      fix: "Leave skill search out: nobody who is homed online can use it.",
    });
  }
  return found;
}

/** A number that nobody declared counts as people. */
function nobodyLeft({ frontEndPools }: DeploymentModel): boolean {
  return frontEndPools.length > 0 && frontEndPools.every(({ homedUsers }) => homedUsers === 0);
}
