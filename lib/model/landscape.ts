import { DeploymentModel, ServerFact, SignInFact, TenantFact } from "./deployment-model";

/** What kind of thing stands in a deployment without a step of its own that would create it. */
export const PART_KINDS = ["Front End pool", "Edge pool", "Director", "Site", "Reverse proxy", "Tenant"] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** How two parts belong together. */
export interface PartLink {
  /** Name of the other part. */
  readonly to: string;
  readonly label: string;
}

/** A server, a site or the tenant: what the runbook builds on and a reviewer wants to see on a picture. */
export interface LandscapePart {
  readonly kind: PartKind;
  readonly name: string;
  /** What is declared of it, in words. "not declared" is not zero. */
  readonly facts: Readonly<Record<string, string>>;
  readonly links: readonly PartLink[];
}

/** The parts of a deployment, outermost last: people live on pools, pools stand behind Edges, Edges face the tenant. */
export function landscapeOf(model: DeploymentModel): LandscapePart[] {
  return [
    ...model.sites.map((site) => part("Site", site.siteId, {}, [[site.federationRoute, "federation route"]])),
    ...model.frontEndPools.map((pool) =>
      part("Front End pool", pool.fqdn, {
        ...server(pool),
        people: pool.homedUsers === undefined ? "not declared" : String(pool.homedUsers),
      }),
    ),
    ...model.directors.map((director) => part("Director", director.fqdn, server(director))),
    ...edgePools(model),
    ...model.reverseProxies.map(({ address, names }) => part("Reverse proxy", address, { names: names.join(", ") })),
    ...model.tenants.map((tenant) => part("Tenant", tenant.initialDomain, tenantFacts(tenant))),
  ];
}

/** Who works in the tenant is reviewed like every other fact of it. What is not declared is not mentioned. */
function tenantFacts({ cloud, tenantId, signIns = [] }: TenantFact): Record<string, string> {
  return {
    cloud,
    ...(tenantId === undefined ? {} : { "tenant id": tenantId }),
    ...Object.fromEntries(signIns.map((signIn) => [`sign-in to ${signIn.shell}`, signInText(signIn)])),
  };
}

function signInText({ mode, application, thumbprint, secondFactor }: SignInFact): string {
  if (mode === "managed-identity") return "managed identity";
  if (application === undefined) return secondFactor === true ? "a person, with a second factor" : "a person";
  const client = typeof application === "string" ? application : `parameter ${application.parameter}`;
  return `application ${client}, certificate ${thumbprint ?? ""}`;
}

function edgePools({ edgePools, sharedAddressSpaces }: DeploymentModel): LandscapePart[] {
  return edgePools.map((pool) => {
    const shared = sharedAddressSpaces.filter(({ edgePool }) => edgePool === pool.fqdn);
    return part(
      "Edge pool",
      pool.fqdn,
      {
        ...server(pool),
        "Access Edge": `${pool.accessEdgeFqdn} (${pool.accessEdgeAddresses.join(", ")})`,
        federation: pool.federation ? "yes" : "no",
        "next hop": pool.nextHop,
      },
      [
        [pool.nextHop, "next hop"],
        ...shared.map(({ tenant, provider }) => [tenant, `shared address space, provider ${provider}`] as const),
      ],
    );
  });
}

function server({ version, build }: ServerFact): Record<string, string> {
  return { version, build: build ?? "not declared" };
}

function part(
  kind: PartKind,
  name: string,
  facts: Readonly<Record<string, string>>,
  links: readonly (readonly [string, string])[] = [],
): LandscapePart {
  return { kind, name, facts, links: links.map(([to, label]) => ({ to, label })) };
}
