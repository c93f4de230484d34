import { Construct, Dependable, IConstruct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel, SignInFact, TenantFact } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { CLOUD_SHELLS, CloudShell, refuseSignIn, SignIn, SignIns } from "../onprem/sign-in";
import { parseFqdn } from "../values/fqdn";
import { parseGuid } from "../values/guid";
import { Cloud } from "./cloud";

export interface OnlineTenantProps {
  /**
   * Cloud in which the tenant lives.
   * @default Cloud.COMMERCIAL
   */
  readonly cloud?: Cloud;
  /**
   * Id of the tenant, a GUID. A run in the Teams shell is refused when its session belongs to another one.
   * @default - that of a sign-in with a certificate; without one, the tenant of a session is not looked at
   */
  readonly tenantId?: string;
  /**
   * How each shell of the cloud is signed in to.
   * @default - a person signs in (SignIn.interactive())
   */
  readonly signIn?: SignIns;
}

type TenantAccess = Pick<TenantFact, "tenantId" | "signIns">;

/**
 * The Microsoft 365 organization that the deployment is joined with. It exists: it is referred to, never created. There is
 * exactly one per deployment ("Plan hybrid connectivity").
 */
export class OnlineTenant extends Room {
  private readonly preparations: IConstruct[] = [];

  private constructor(
    scope: Construct,
    id: string,
    /** Initial domain of the tenant, such as contoso.onmicrosoft.com. */
    public readonly initialDomain: string,
    /** Cloud in which the tenant lives. */
    public readonly cloud: Cloud,
    private readonly access: TenantAccess,
  ) {
    super(scope, id);
    // Asked at synthesis, so that it does not matter what is declared first.
    const roots = (): IConstruct[] => [this, ...this.preparations];
    Dependable.implement(this, {
      get dependencyRoots(): IConstruct[] {
        return roots();
      },
    });
  }

  /**
   * Refers to the tenant by its initial domain. The documents print the suffix of the commercial cloud only, so any domain
   * name is taken for the others.
   *
   * @throws when the name is no domain name, or does not end in .onmicrosoft.com in the commercial cloud; when a sign-in is
   * not supported in that cloud, or is one to another tenant
   */
  public static fromInitialDomain(
    scope: Construct,
    id: string,
    initialDomain: string,
    props: OnlineTenantProps = {},
  ): OnlineTenant {
    const domain = parseFqdn("initialDomain", initialDomain);
    const cloud = props.cloud ?? Cloud.COMMERCIAL;
    if (cloud === Cloud.COMMERCIAL && !/^[^.]+\.onmicrosoft\.com$/.test(domain)) {
      throw errors.notAnInitialDomain("initialDomain", initialDomain);
    }
    return new OnlineTenant(scope, id, domain, cloud, accessOf(props, cloud));
  }

  /** @internal Whoever depends on this tenant waits for what prepares it. */
  public isPreparedBy(room: IConstruct): void {
    this.preparations.push(room);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return {
      tenants: [{ source: this.node.path, initialDomain: this.initialDomain, cloud: this.cloud.name, ...this.access }],
    };
  }
}

const SHELLS: readonly (CloudShell | "move")[] = [...CLOUD_SHELLS, "move"];

/** Nothing is added where nothing is declared. */
function accessOf({ tenantId, signIn = {} }: OnlineTenantProps, cloud: Cloud): TenantAccess {
  const declared = tenantId === undefined ? undefined : parseGuid("tenantId", tenantId);
  const unknown = Object.keys(signIn).find((shell) => !SHELLS.some((known) => known === shell));
  if (unknown !== undefined) throw errors.notACloudShell(unknown, SHELLS);
  const signIns = SHELLS.flatMap((shell) => {
    const of = signIn[shell];
    if (of === undefined) return [];
    refuseSignIn(shell, of, cloud.name);
    return [signInFact(shell, of)];
  });
  const tenants = signIns.flatMap(({ shell, tenantId: of }) => (of === undefined ? [] : [{ shell, of }]));
  const id = declared ?? tenants[0]?.of;
  const other = tenants.find(({ of }) => of !== id);
  if (other !== undefined) throw errors.otherTenantInSignIn(other.shell, String(id), other.of);
  return { ...(id === undefined ? {} : { tenantId: id }), ...(signIns.length === 0 ? {} : { signIns }) };
}

function signInFact(shell: CloudShell | "move", { mode, facts, secondFactor }: SignIn): SignInFact {
  if (facts === undefined) return { shell, mode, ...(secondFactor === undefined ? {} : { secondFactor }) };
  const { application, tenant, thumbprint } = facts;
  return { shell, mode, application, tenantId: tenant, thumbprint };
}
