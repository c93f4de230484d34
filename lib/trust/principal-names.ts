import { Construct, IConstruct } from "constructs";
import { PRINCIPAL_NAME } from "../onprem/catalog/principal";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { OnlineTenant } from "../tenant/online-tenant";
import { LYNC_SERVERS } from "./first-party-principals";

/** @internal */
export interface PrincipalNamesProps {
  readonly tenant: OnlineTenant;
  /** Parsed id of the tenant. */
  readonly tenantId: string;
  /** Names of web services, sorted. */
  readonly services: readonly string[];
  /** How a web service is named in the principal. */
  readonly nameOf: (fqdn: string) => string;
  /** Where two steps would be about one web service. */
  readonly part?: string;
  /** What the tokens are for, as the end of a sentence before the name. */
  readonly for: string;
}

/**
 * @internal The tenant issues tokens for these names, and every other name of the principal stays. One after the other: Graph
 * takes the list whole, and a name that cannot be read yet would be written over by the next.
 */
export function principalNames(room: Construct, props: PrincipalNamesProps): IConstruct[] {
  const names = props.services.map((fqdn) => principalName(room, props, fqdn));
  names.forEach((name, index) => {
    const previous = names[index - 1];
    if (previous !== undefined) name.node.addDependency(previous);
  });
  return names;
}

function principalName(room: Construct, props: PrincipalNamesProps, fqdn: string): IConstruct {
  const name = props.nameOf(fqdn);
  return new DesiredState(room, `name-${fqdn}`, {
    kind: PRINCIPAL_NAME,
    identity: `${props.tenantId}/${LYNC_SERVERS}/${name}`,
    subject: fqdn,
    ...(props.part === undefined ? {} : { part: props.part }),
    properties: {},
    phase: Phase.INTEGRATE,
    title: `The tenant issues tokens for ${props.for}, ${fqdn}.`,
    verification: `Get-MgServicePrincipal shows ${name} in ServicePrincipalNames`,
    host: props.tenant.initialDomain,
  });
}
