import { DeploymentModel } from "../model/deployment-model";
import { nameList } from "./name-list";
import { WHOLE_DEPLOYMENT } from "./place";
import { Rule } from "./rule";

/** A deployment that nothing was put into. The rules that ask for exactly one of something leave it to this one. */
export const DEPLOYMENT_WITHOUT_ROOMS: Rule = {
  id: "HYB-DEP-101",
  title: "A deployment declares servers, SIP domains or a tenant.",
  severity: "error",
  why: "An empty declaration is nearly always a mistake in main.ts, and with a baseline it would take everything back. Rule of this library, no document.",
  check: (model) => {
    if (!declaresNothing(model)) return [];
    const deployed = model.deployed.map(({ noun, identity }) => `${noun} ${identity}`.trim());
    const loss =
      deployed.length === 0 ? "" : `, and what the baseline holds would be taken back: ${nameList(deployed)}`;
    return [
      {
        subject: "deployment",
        message: `The deployment declares no pool, no Edge, no SIP domain and no tenant${loss}.`,
        fix: "Create the parts with the HybridDeployment as scope; to take everything back, acknowledge HYB-DEP-101.",
        source: WHOLE_DEPLOYMENT,
      },
    ];
  },
};

export function declaresNothing(model: DeploymentModel): boolean {
  return Object.entries(model).every(
    ([name, facts]: [string, readonly object[]]) => name === "deployed" || name === "baselines" || facts.length === 0,
  );
}
