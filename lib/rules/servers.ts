import { DeploymentModel, ServerFact } from "../model/deployment-model";

/** Every server whose version counts: Front End pools, Directors and Edge pools. */
export function serversOf({ frontEndPools, directors, edgePools }: DeploymentModel): ServerFact[] {
  return [...frontEndPools, ...directors, ...edgePools];
}
