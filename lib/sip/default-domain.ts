import { Dependable, IConstruct, IDependable } from "constructs";
import { isDeployment } from "../onprem/room";

/** Kept on the roof: to look for the default domain through all rooms, once for each other domain, is quadratic. */
const DEFAULTS = Symbol.for("cdktf-lync-hybrid/DefaultSipDomains");

type Keeper = IConstruct & { [DEFAULTS]?: IConstruct[] };

export function rememberDefault(domain: IConstruct): void {
  const keeper = keeperOf(domain);
  if (keeper !== undefined) keeper[DEFAULTS] = [...(keeper[DEFAULTS] ?? []), domain];
}

/** The default domain of the deployment; looked up when it is asked for, because it may be declared later. */
export function defaultDomainAround(domain: IConstruct): IDependable {
  const dependable: IDependable = {};
  Dependable.implement(dependable, {
    get dependencyRoots(): IConstruct[] {
      return (keeperOf(domain)?.[DEFAULTS] ?? []).filter(isStillDeclared);
    },
  });
  return dependable;
}

function keeperOf(domain: IConstruct): Keeper | undefined {
  return domain.node.scopes.find(isDeployment);
}

/** Not taken out of the tree by tryRemoveChild. */
function isStillDeclared(domain: IConstruct): boolean {
  return domain.node.scope?.node.tryFindChild(domain.node.id) === domain;
}
