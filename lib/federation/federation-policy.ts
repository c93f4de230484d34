import * as errors from "../errors";
import { FederationMode } from "../model/deployment-model";
import { ListMirror, Undeclared } from "../onprem/list-options";
import { BlockedDomain } from "./blocked-domain";
import { DirectPartner } from "./direct-partner";
import {
  AllowedEntry,
  allowedEntries,
  BlockedEntry,
  blockedEntries,
  refuseBeyondTenant,
  refuseBothLists,
  refuseLongMirror,
} from "./domain-entries";
import { Partner } from "./partner";

export interface ClosedFederationProps {
  /**
   * Partner domains that are found by DNS.
   * @default - only `partners` and direct partners are allowed; one of the three must be given
   */
  readonly allowed?: readonly string[];
  /**
   * Partners found by DNS about which the Edge notes something.
   * @default - none
   */
  readonly partners?: readonly Partner[];
  /**
   * Partners with a fixed Access Edge.
   * @default - none
   */
  readonly direct?: readonly DirectPartner[];
  /**
   * Domains that are blocked. The tenant ignores them beside an allow list, which is warned (V19).
   * @default - none
   */
  readonly blocked?: readonly string[];
  /**
   * Blocked domains with the reason beside them on the Edge.
   * @default - none
   */
  readonly blockedDomains?: readonly BlockedDomain[];
  /**
   * What happens to entries that exist on a side but are not declared.
   * @default Undeclared.BLOCK they are named and nothing is written
   */
  readonly undeclared?: Undeclared;
  /**
   * How the lists stand in the Terraform plan; lists of more than 200 entries must say SUMMARY.
   * @default ListMirror.ENTRIES
   */
  readonly mirror?: ListMirror;
}

export interface OpenFederationProps {
  /**
   * Domains that do not get through, on both sides.
   * @default - none
   */
  readonly blocked?: readonly string[];
  /**
   * Blocked domains with the reason beside them on the Edge.
   * @default - none
   */
  readonly blockedDomains?: readonly BlockedDomain[];
  /**
   * Partners with a fixed Access Edge. On the Edge only: an open tenant has no allow list.
   * @default - none
   */
  readonly direct?: readonly DirectPartner[];
  /**
   * Partners that the Edge trusts beyond those it discovers. On the Edge only: an open tenant has no allow list.
   * @default - none
   */
  readonly allowed?: readonly string[];
  /**
   * The same, with what the Edge notes about them.
   * @default - none
   */
  readonly partners?: readonly Partner[];
  /**
   * What happens to entries that exist on a side but are not declared. The tenant's allow list is no matter: opening
   * replaces it, and undo brings it back.
   * @default Undeclared.BLOCK they are named and nothing is written
   */
  readonly undeclared?: Undeclared;
  /**
   * How the lists stand in the Terraform plan; lists of more than 200 entries must say SUMMARY.
   * @default ListMirror.ENTRIES
   */
  readonly mirror?: ListMirror;
}

export interface NoFederationProps {
  /**
   * What happens to the entries that are found. KEEP is refused: whoever stands on an allow list would get through.
   * @default Undeclared.BLOCK they are named and nothing is written
   */
  readonly undeclared?: Undeclared;
}

/**
 * Who may talk to us. The same policy is given to both halves, because Microsoft requires the same model and equal lists on
 * both sides ("Plan hybrid connectivity"): one object cannot disagree with itself.
 */
export class FederationPolicy {
  private constructor(
    public readonly mode: FederationMode,
    /** @internal sorted by domain; with open federation they stand on the Edge only */
    public readonly allowed: readonly AllowedEntry[],
    /** @internal sorted by domain */
    public readonly blocked: readonly BlockedEntry[],
    /** @internal */
    public readonly undeclared: Undeclared,
    /** @internal */
    public readonly mirror: ListMirror,
  ) {}

  /**
   * Only the named partners get through; partners are not discovered by DNS.
   *
   * @throws when nobody is allowed, a list is empty, a name is not a domain, stands twice or is allowed and blocked, or a
   *   list is longer than the tenant holds (4,000)
   */
  public static closed(props: ClosedFederationProps): FederationPolicy {
    if (props.allowed?.length === 0) throw errors.closedToEverybody("allowed");
    const entries = allowedEntries(props);
    if (entries.length === 0) throw errors.closedToEverybody("allowed");
    refuseBeyondTenant("allowed", entries.length);
    return FederationPolicy.of("closed", entries, props);
  }

  /**
   * Everybody gets through who is not blocked: partners are discovered by DNS, and the tenant allows all known domains.
   *
   * @throws when a list is empty, a name is not a domain, stands twice or is both trusted (or direct) and blocked, or more
   *   are blocked than the tenant holds (4,000). Source: New-CsEdgeAllowAllKnownDomains, "Plan hybrid connectivity"
   */
  public static open(props: OpenFederationProps = {}): FederationPolicy {
    return FederationPolicy.of("open", allowedEntries(props), props);
  }

  /**
   * Nobody outside gets through: no discovery, and both allow lists are empty. Federated users stay allowed on both sides,
   * because that switch also governs the people of our own split domain (Set-CsAccessEdgeConfiguration).
   *
   * @throws when undeclared entries would be kept. Source: Set-CsTenantFederationConfiguration ("to block all domains"),
   *   New-CsEdgeAllowList (example 3)
   */
  public static none(props: NoFederationProps = {}): FederationPolicy {
    if (props.undeclared === Undeclared.KEEP) throw errors.nobodyButKept();
    return FederationPolicy.of("none", [], props);
  }

  private static of(
    mode: FederationMode,
    allowed: readonly AllowedEntry[],
    props: OpenFederationProps,
  ): FederationPolicy {
    const blocked = blockedEntries(props);
    refuseBothLists(allowed, blocked);
    const mirror = props.mirror ?? ListMirror.ENTRIES;
    refuseBeyondTenant("blocked", blocked.length);
    refuseLongMirror("allowed", allowed.length, mirror);
    refuseLongMirror("blocked", blocked.length, mirror);
    return new FederationPolicy(mode, allowed, blocked, props.undeclared ?? Undeclared.BLOCK, mirror);
  }
}
