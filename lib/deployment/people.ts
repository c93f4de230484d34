import { DeploymentModel } from "../model/deployment-model";
import { UsersAffected } from "../onprem/step";

/** People that a change of the whole deployment touches. One pool without a number makes the total unknown, not smaller. */
export function declaredPeople(model: DeploymentModel): UsersAffected {
  const pools = model.frontEndPools;
  const counted = pools.flatMap(({ fqdn, homedUsers }) =>
    homedUsers === undefined ? [] : [[fqdn, homedUsers] as const],
  );
  const known = pools.length > 0 && counted.length === pools.length;
  const total = counted.reduce((sum, [, users]) => sum + users, 0);
  return {
    total: known ? total : undefined,
    byHome: known ? { "on-premises": total } : {},
    byPool: Object.fromEntries(counted),
    voice: undefined,
  };
}
