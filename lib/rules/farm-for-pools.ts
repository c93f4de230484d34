import { DeploymentModel, OfficeWebAppsFarmFact } from "../model/deployment-model";
import { Rule } from "./rule";

export const FARM_FOR_POOLS: Rule = {
  id: "HYB-MTG-065",
  title: "An Office Web Apps farm answers https under its own name, and its pools are declared.",
  severity: "error",
  why:
    "The servers find the farm by its discovery address, over https and by the name it is defined under " +
    '("Configure integration with Office Web Apps Server in Skype for Business Server").',
  check: (model) =>
    model.officeWebAppsFarms.flatMap((farm) =>
      gaps(farm, model).map(({ message, fix }) => ({ subject: farm.fqdn, message, fix, source: farm.source })),
    ),
};

function gaps(farm: OfficeWebAppsFarmFact, { frontEndPools }: DeploymentModel): { message: string; fix: string }[] {
  const { fqdn, discoveryUrl, pools } = farm;
  const url = URL.canParse(discoveryUrl) ? new URL(discoveryUrl) : undefined;
  const found = [];
  if (url?.protocol !== "https:") {
    found.push({
      message: `The discovery address of ${fqdn} is ${discoveryUrl}, and the servers need https.`,
      fix: "Give the farm a certificate, and write the address with https.",
    });
  }
  if (url !== undefined && url.hostname.toLowerCase() !== fqdn) {
    found.push({
      message: `The discovery address of ${fqdn} names another host, ${url.hostname}.`,
      fix: `Write https://${fqdn}/hosting/discovery/, or declare the farm under the name ${url.hostname}.`,
    });
  }
  const known = frontEndPools.map((pool) => pool.fqdn);
  for (const pool of pools.filter((name) => !known.includes(name))) {
    found.push({
      message: `${fqdn} is associated with ${pool}, which is no pool of this deployment.`,
      fix: `Declare the FrontEndPool ${pool} in the same HybridDeployment, or take it from the farm.`,
    });
  }
  return found;
}
