import * as errors from "../errors";
import { AllowedDomainFact, FederationMode } from "../model/deployment-model";
import { ListMirror, LONGEST_MIRRORED_LIST, Undeclared } from "../onprem/list-options";
import { parseFqdn } from "../values/fqdn";
import { byText, sortedSet } from "../values/text-order";
import { DirectPartner } from "./direct-partner";

export interface ClosedFederationProps {
  /**
   * Partner domains that are found by DNS.
   * @default - only direct partners are allowed; one of the two must be given
   */
  readonly allowed?: readonly string[];
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
   * Partner domains that the Edge trusts beyond what it gives a discovered one. The tenant has no such list while it is open.
   * @default - none
   */
  readonly allowed?: readonly string[];
  /**
   * Partners with a fixed Access Edge; on the Edge only.
   * @default - none
   */
  readonly direct?: readonly DirectPartner[];
  /**
   * Domains that are blocked, on both sides.
   * @default - none
   */
  readonly blocked?: readonly string[];
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

export interface NoFederationProps {
  /**
   * What happens to entries that exist on a side, none of which is declared.
   * @default Undeclared.BLOCK they are named and nothing is written
   */
  readonly undeclared?: Undeclared;
}

interface Lists {
  readonly allowed: readonly AllowedDomainFact[];
  readonly blocked: readonly string[];
  readonly undeclared?: Undeclared | undefined;
  readonly mirror?: ListMirror | undefined;
}

/** Documented limit of the tenant's lists (Set-CsTenantFederationConfiguration). */
const TENANT_LIMIT = 4000;

/**
 * Who may talk to us. The same policy is given to both halves, because Microsoft requires equal lists on both sides
 * ("Plan hybrid connectivity"): one object cannot disagree with itself.
 */
export class FederationPolicy {
  /** @internal sorted by domain */
  public readonly allowed: readonly AllowedDomainFact[];
  /** @internal sorted */
  public readonly blocked: readonly string[];
  /** @internal */
  public readonly undeclared: Undeclared;
  /** @internal */
  public readonly mirror: ListMirror;

  private constructor(
    public readonly mode: FederationMode,
    { allowed, blocked, undeclared, mirror }: Lists,
  ) {
    const allowedNames = new Set(allowed.map((entry) => entry.domain));
    const both = blocked.find((domain) => allowedNames.has(domain));
    if (both !== undefined) throw errors.allowedAndBlocked(both);
    this.allowed = allowed;
    this.blocked = blocked;
    this.undeclared = undeclared ?? Undeclared.BLOCK;
    this.mirror = mirror ?? ListMirror.ENTRIES;
    checkLength("allowed", allowed.length, this.mirror);
    checkLength("blocked", blocked.length, this.mirror);
  }

  /**
   * Only the named partners get through; partners are not discovered by DNS.
   *
   * @throws when nobody is allowed, a list is empty, a name is not a domain, stands twice or is allowed and blocked, or a
   *   list is longer than the tenant holds (4,000)
   */
  public static closed(props: ClosedFederationProps): FederationPolicy {
    if (props.allowed?.length === 0 || (props.allowed === undefined && (props.direct ?? []).length === 0)) {
      throw errors.closedToEverybody("allowed");
    }
    return new FederationPolicy("closed", listsOf(props));
  }

  /**
   * Everybody gets through who is not blocked: the Edge discovers partners by DNS, the tenant allows all known domains.
   *
   * @throws when a list is empty, a name is not a domain, stands twice or is allowed and blocked, or a list is longer than
   *   the tenant holds (4,000)
   */
  public static open(props: OpenFederationProps = {}): FederationPolicy {
    if (props.allowed?.length === 0) throw errors.emptyList("allowed");
    return new FederationPolicy("open", listsOf(props));
  }

  /**
   * Nobody gets through: no discovery, no allowed domain on either side. The switches for federated users stay on, because
   * they also decide whether people of a shared address space reach each other (Set-CsAccessEdgeConfiguration,
   * Set-CsTenantFederationConfiguration).
   */
  public static none(props: NoFederationProps = {}): FederationPolicy {
    return new FederationPolicy("none", { allowed: [], blocked: [], undeclared: props.undeclared });
  }
}

function listsOf(props: ClosedFederationProps): Lists {
  const { undeclared, mirror } = props;
  return { allowed: allowedDomains(props), blocked: domainList("blocked", props.blocked), undeclared, mirror };
}

function allowedDomains(props: ClosedFederationProps): AllowedDomainFact[] {
  if (props.direct?.length === 0) throw errors.emptyList("direct");
  const found = domainList("allowed", props.allowed).map((domain) => ({ domain, proxyFqdn: undefined }));
  const direct = (props.direct ?? []).map(({ domain, proxyFqdn }) => ({ domain, proxyFqdn }));
  const all = [...found, ...direct].sort((left, right) => byText(left.domain, right.domain));
  all.forEach((entry, index) => {
    if (all[index + 1]?.domain === entry.domain) throw errors.twiceInList("allowed", entry.domain);
  });
  return all;
}

function domainList(field: string, names: readonly string[] | undefined): string[] {
  if (names === undefined) return [];
  if (names.length === 0) throw errors.emptyList(field);
  const domains = names.map((name) => parseFqdn(field, name));
  const seen = new Set<string>();
  for (const domain of domains) {
    if (seen.has(domain)) throw errors.twiceInList(field, domain);
    seen.add(domain);
  }
  return sortedSet(domains);
}

function checkLength(field: string, count: number, mirror: ListMirror): void {
  if (count > TENANT_LIMIT) throw errors.tooManyDomains(field, count, TENANT_LIMIT);
  if (count > LONGEST_MIRRORED_LIST && mirror === ListMirror.ENTRIES) {
    throw errors.listNeedsSummary(field, count, LONGEST_MIRRORED_LIST);
  }
}
