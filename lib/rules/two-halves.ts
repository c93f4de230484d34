import { DeploymentModel, EdgeFederationFact, TenantFederationFact } from "../model/deployment-model";
import { nameList } from "./name-list";
import { placesOf } from "./place";
import { Rule, Violation } from "./rule";

/** Both halves of federation, each Edge with each tenant. */
export function halves(model: DeploymentModel): (readonly [EdgeFederationFact, TenantFederationFact])[] {
  return model.tenantFederations.flatMap((online) => model.edgeFederations.map((edge) => [edge, online] as const));
}

/**
 * A rule that two lists of domains are equal on both sides. `pick` takes the list out of each half; it is judged only where
 * each half `has` one.
 */
export function equalLists(
  rule: Omit<Rule, "severity" | "check">,
  list: string,
  pick: (half: EdgeFederationFact | TenantFederationFact) => readonly string[],
  has: (half: EdgeFederationFact | TenantFederationFact) => boolean = (): boolean => true,
): Rule {
  const check = (model: DeploymentModel): Violation[] =>
    halves(model).flatMap(([edge, online]) => {
      if (!has(edge) || !has(online)) return [];
      const [there, here] = [new Set(pick(online)), new Set(pick(edge))];
      const difference = [
        only(
          edge.edgePool,
          [...here].filter((domain) => !there.has(domain)),
        ),
        only(
          online.tenant,
          [...there].filter((domain) => !here.has(domain)),
        ),
      ].flat();
      if (difference.length === 0) return [];
      return [
        {
          subject: online.tenant,
          message: `The ${list} of ${edge.edgePool} and of ${online.tenant} differ: ${difference.join("; ")}.`,
          fix: "Write one FederationPolicy, give it to the EdgeFederation and pass that as `matching` to the TenantFederation.",
          source: placesOf([edge, online]),
        },
      ];
    });
  return { ...rule, severity: "error", check };
}

function only(side: string, domains: readonly string[]): string[] {
  return domains.length === 0 ? [] : [`only on ${side}: ${nameList(domains)}`];
}
