import * as errors from "../errors";
import { DeploymentModel, FrontEndPoolFact } from "../model/deployment-model";
import { isUnqualified, Shell } from "../onprem/shell";
import { ModuleNeed } from "../onprem/step";
import { StepContext } from "../onprem/step-source";
import { ServerVersion } from "../topology/server-version";
import { byText } from "../values/text-order";

/** Oldest MicrosoftTeams module that the documents name for hybrid work ("Move-CsUser"). */
const TEAMS_MODULE: ModuleNeed = { name: "MicrosoftTeams", minimum: "6.2.1" };

/**
 * Where and with what the steps are run. The tools of the newest version manage everybody ("Plan hybrid connectivity"), so
 * without a declared management host it is the newest pool.
 *
 * @throws when neither a pool nor a management host is declared
 */
export function managementOf(model: DeploymentModel, path: string, managementHost: string | undefined): StepContext {
  const newest = newestPool(model.frontEndPools);
  const host = managementHost ?? newest?.fqdn;
  if (host === undefined) throw errors.noManagementHost(path);
  const version = versionOf(newest);
  return {
    managementHost: host,
    moduleOf: (shell) => moduleOf(shell, version),
    server: { productName: version.productName, order: version.order },
  };
}

const GRAPH_MODULE: ModuleNeed = { name: "Microsoft.Graph.Applications", minimum: undefined };

function moduleOf(shell: Shell, version: ServerVersion): ModuleNeed {
  if (shell === Shell.TEAMS) return TEAMS_MODULE;
  if (shell === Shell.GRAPH) return GRAPH_MODULE;
  if (shell === Shell.BY_HAND || isUnqualified(shell)) return { name: "", minimum: undefined };
  return { name: version.module, minimum: undefined };
}

function newestPool(pools: readonly FrontEndPoolFact[]): FrontEndPoolFact | undefined {
  return [...pools].sort(
    (left, right) => versionOf(right).order - versionOf(left).order || byText(left.fqdn, right.fqdn),
  )[0];
}

function versionOf(pool: FrontEndPoolFact | undefined): ServerVersion {
  const known = ServerVersion.all();
  return known.find((version) => version.productName === pool?.version) ?? ServerVersion.LYNC_2013;
}
