import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { CS_TEAMS_UPGRADE_POLICY, TenantMode } from "../onprem/catalog/cs-teams-upgrade-policy";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { OnlineTenant } from "./online-tenant";

/** In which client chats and calls arrive, and where meetings are scheduled (Grant-CsTeamsUpgradePolicy). */
export class CoexistenceMode {
  /** Both clients side by side, chats and calls in either; the tenant's default. Not meant for hybrid: it is warned. */
  public static readonly ISLANDS = new CoexistenceMode("Islands", "Islands");
  /** Everything in Skype for Business. */
  public static readonly SFB_ONLY = new CoexistenceMode("SfBOnly", "SfBOnly");
  /** Chats, calls and meetings in Skype for Business, teams and channels in Teams: what Microsoft recommends for hybrid. */
  public static readonly SFB_WITH_TEAMS_COLLAB = new CoexistenceMode("SfBWithTeamsCollab", "SfBWithTeamsCollab");
  /** The same, with meetings scheduled in Teams. */
  public static readonly SFB_WITH_TEAMS_COLLAB_AND_MEETINGS = new CoexistenceMode(
    "SfBWithTeamsCollabAndMeetings",
    "SfBWithTeamsCollabAndMeetings",
  );
  /** Everything in Teams: the end of hybrid, refused while people are homed on-premises. */
  public static readonly TEAMS_ONLY = new CoexistenceMode("UpgradeToTeams", "TeamsOnly");

  private constructor(
    /** Name of the policy that is granted. */
    public readonly policyName: string,
    /** @internal TeamsUpgradeEffectiveMode, as Get-CsTenant shows it */
    public readonly effectiveMode: TenantMode,
  ) {}
}

export interface TenantCoexistenceProps {
  readonly tenant: OnlineTenant;
  readonly mode: CoexistenceMode;
}

/**
 * The coexistence mode of everybody who has none of their own. Microsoft wants one of the Skype for Business modes set
 * before the first person moves, so the step stands at the beginning: it needs nothing, and the shared address space waits
 * for it.
 *
 * Source: Grant-CsTeamsUpgradePolicy, "Cloud consolidation for Teams and Skype for Business".
 */
export class TenantCoexistence extends Room {
  private readonly props: TenantCoexistenceProps;

  public constructor(scope: Construct, id: string, props: TenantCoexistenceProps) {
    super(scope, id);
    this.props = props;
    const { tenant, mode } = props;
    tenant.isPreparedBy(this);
    new DesiredState(this, "mode", {
      kind: CS_TEAMS_UPGRADE_POLICY,
      identity: "Global",
      host: tenant.initialDomain,
      properties: { TeamsUpgradeEffectiveMode: mode.effectiveMode },
      phase: Phase.PREPARE,
      title: `The tenant's coexistence mode is ${mode.effectiveMode}.`,
      verification: `Get-CsTenant shows TeamsUpgradeEffectiveMode ${mode.effectiveMode}`,
      waits: "propagation to the clients; Microsoft gives no figure",
      unverified: [
        "that Get-CsTenant shows a granted mode in TeamsUpgradeEffectiveMode while the tenant has no people on-premises",
        "that Grant-CsTeamsUpgradePolicy asks nothing with -Global: its page says that it asks without it",
        ...(mode === CoexistenceMode.TEAMS_ONLY ? CLOUD_PEOPLE : []),
      ],
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { tenant, mode } = this.props;
    return {
      coexistenceModes: [{ source: this.node.path, tenant: tenant.initialDomain, mode: mode.policyName }],
    };
  }
}

const CLOUD_PEOPLE = ["that Get-CsOnlineUser returns everybody who is homed on-premises, with HostingProvider SRV:"];
