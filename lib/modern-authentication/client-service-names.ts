import { Construct, IConstruct } from "constructs";
import { OnlineTenant } from "../tenant/online-tenant";
import { principalNames } from "../trust/principal-names";

/** An address as the tenant knows it: with a slash behind. */
function clientAddress(name: string): string {
  return `https://${name}/`;
}

export function clientAddresses(names: readonly string[]): string[] {
  return names.map(clientAddress);
}

/** The tenant issues tokens for the web services of every pool, as clients reach them. */
export function registerClientNames(
  room: Construct,
  tenant: OnlineTenant,
  tenantId: string,
  services: readonly string[],
): IConstruct[] {
  const purpose = { part: "clients", for: "the web services that clients reach" };
  return principalNames(room, { tenant, tenantId, services, nameOf: clientAddress, ...purpose });
}
