import { DeploymentModel } from "../model/deployment-model";
import { ARCHIVE_ACROSS_FORESTS } from "./archive-across-forests";
import { AT_MOST_TWO_VERSIONS } from "./at-most-two-versions";
import { AUTODISCOVER_SERVICE } from "./autodiscover-service";
import { BASELINE_NAMED } from "./baseline-named";
import { BLOCK_LIST_IGNORED_ONLINE } from "./block-list-ignored-online";
import { BOTH_HALVES_OF_SHARING } from "./both-halves-of-sharing";
import { CONTACT_STORE_UNDECLARED } from "./contact-store-undeclared";
import { DECLARED_BUILD } from "./declared-build";
import { DECLARED_NEXT_HOP } from "./declared-next-hop";
import { DEPLOYMENT_WITHOUT_ROOMS } from "./deployment-without-rooms";
import { EQUAL_ALLOW_LISTS } from "./equal-allow-lists";
import { EQUAL_BLOCK_LISTS } from "./equal-block-lists";
import { EXCHANGE_COMBINATION } from "./exchange-combination";
import { EXCHANGE_NEEDS_OUTSIDE } from "./exchange-needs-outside";
import { EXCHANGE_CONNECTED } from "./exchange-connected";
import { EXTERNAL_ACCESS_DENIED } from "./external-access-denied";
import { EXTERNAL_ACCESS_UNDECLARED } from "./external-access-undeclared";
import { FARM_FOR_POOLS } from "./farm-for-pools";
import { FEDERATION_THROUGH_ITS_EDGE } from "./federation-through-its-edge";
import { byFinding, Finding } from "./finding";
import { MINIMUM_BUILD } from "./minimum-build";
import { MODERN_AUTHENTICATION_EVERYWHERE } from "./modern-authentication-everywhere";
import { MODERN_AUTHENTICATION_READY } from "./modern-authentication-ready";
import { NEWEST_FEDERATION_EDGE } from "./newest-federation-edge";
import { NO_ONMICROSOFT_SIP_DOMAIN } from "./no-onmicrosoft-sip-domain";
import { NO_ISLANDS_IN_HYBRID } from "./no-islands-in-hybrid";
import { NO_TEAMS_ONLY_WITH_PEOPLE } from "./no-teams-only-with-people";
import { NO_PASSIVE_AUTHENTICATION } from "./no-passive-authentication";
import { ONE_DEFAULT_SIP_DOMAIN } from "./one-default-sip-domain";
import { ONE_FEDERATION_EDGE } from "./one-federation-edge";
import { ONE_PROVIDER_PER_PROXY } from "./one-provider-per-proxy";
import { ONE_SHARED_SPACE } from "./one-shared-space";
import { ONE_TENANT } from "./one-tenant";
import { ONE_TOKEN_CERTIFICATE } from "./one-token-certificate";
import { OUTLOOK_WEB_KNOWN_TWICE } from "./outlook-web-known-twice";
import { OUTLOOK_WEB_NEEDS_SKYPE } from "./outlook-web-needs-skype";
import { OWN_DOMAIN_BLOCKED } from "./own-domain-blocked";
import { PEOPLE_IN_SIP_DOMAINS, PEOPLE_WITH_ONE_VALUE } from "./people-named";
import { PEOPLE_LOSE_SHARING } from "./people-lose-sharing";
import { PEOPLE_UNKNOWN_SHARING } from "./people-unknown-sharing";
import { Rule, Violation } from "./rule";
import { ROUTE_THROUGH_FEDERATION_EDGE } from "./route-through-federation-edge";
import { SAME_FEDERATION_MODEL } from "./same-federation-model";
import { SECOND_FACTOR_IN_MOVES } from "./second-factor-in-moves";
import { SHARED_DOMAINS_DECLARED } from "./shared-domains-declared";
import { SHARED_DOMAINS_ENABLED_ONLINE } from "./shared-domains-enabled-online";
import { SHARED_PRINCIPAL_WITHDRAWN } from "./shared-principal-withdrawn";
import { SKILL_SEARCH_ON_PREMISES } from "./skill-search-on-premises";
import { TENANT_LIST_LIMIT } from "./tenant-list-limit";
import { TOKEN_CERTIFICATE_NAMES } from "./token-certificate-names";
import { UNVERIFIED_EDITION } from "./unverified-edition";
import { USED_SIP_DOMAIN } from "./used-sip-domain";
import { VOICEMAIL_CONFIRMED } from "./voicemail-confirmed";
import { VOICEMAIL_HAS_PROVIDER } from "./voicemail-has-provider";
import { VOICEMAIL_NEEDS_HYBRID } from "./voicemail-needs-hybrid";
import { VOICEMAIL_ORGANIZATION } from "./voicemail-organization";
import { VOICEMAIL_SUPPORTED } from "./voicemail-supported";

/** Every rule, in the order of their ids. */
export const RULES: readonly Rule[] = [
  DEPLOYMENT_WITHOUT_ROOMS,
  BASELINE_NAMED,
  OUTLOOK_WEB_NEEDS_SKYPE,
  OUTLOOK_WEB_KNOWN_TWICE,
  EXCHANGE_CONNECTED,
  ARCHIVE_ACROSS_FORESTS,
  CONTACT_STORE_UNDECLARED,
  EXCHANGE_COMBINATION,
  VOICEMAIL_HAS_PROVIDER,
  VOICEMAIL_SUPPORTED,
  VOICEMAIL_CONFIRMED,
  VOICEMAIL_ORGANIZATION,
  EXCHANGE_NEEDS_OUTSIDE,
  VOICEMAIL_NEEDS_HYBRID,
  FEDERATION_THROUGH_ITS_EDGE,
  SAME_FEDERATION_MODEL,
  EQUAL_ALLOW_LISTS,
  EQUAL_BLOCK_LISTS,
  BLOCK_LIST_IGNORED_ONLINE,
  OWN_DOMAIN_BLOCKED,
  TENANT_LIST_LIMIT,
  EXTERNAL_ACCESS_DENIED,
  EXTERNAL_ACCESS_UNDECLARED,
  SECOND_FACTOR_IN_MOVES,
  FARM_FOR_POOLS,
  SKILL_SEARCH_ON_PREMISES,
  NO_ONMICROSOFT_SIP_DOMAIN,
  ONE_DEFAULT_SIP_DOMAIN,
  USED_SIP_DOMAIN,
  ONE_SHARED_SPACE,
  ONE_PROVIDER_PER_PROXY,
  BOTH_HALVES_OF_SHARING,
  PEOPLE_LOSE_SHARING,
  PEOPLE_UNKNOWN_SHARING,
  SHARED_DOMAINS_DECLARED,
  ONE_TENANT,
  NO_TEAMS_ONLY_WITH_PEOPLE,
  NO_ISLANDS_IN_HYBRID,
  SHARED_DOMAINS_ENABLED_ONLINE,
  AT_MOST_TWO_VERSIONS,
  MINIMUM_BUILD,
  DECLARED_BUILD,
  UNVERIFIED_EDITION,
  ONE_FEDERATION_EDGE,
  DECLARED_NEXT_HOP,
  NEWEST_FEDERATION_EDGE,
  ROUTE_THROUGH_FEDERATION_EDGE,
  ONE_TOKEN_CERTIFICATE,
  MODERN_AUTHENTICATION_READY,
  NO_PASSIVE_AUTHENTICATION,
  AUTODISCOVER_SERVICE,
  SHARED_PRINCIPAL_WITHDRAWN,
  TOKEN_CERTIFICATE_NAMES,
  MODERN_AUTHENTICATION_EVERYWHERE,
  PEOPLE_IN_SIP_DOMAINS,
  PEOPLE_WITH_ONE_VALUE,
];

/** Runs the rules over a declaration. All findings are reported at once, in one order. */
export function judge(model: DeploymentModel, rules: readonly Rule[] = RULES): Finding[] {
  return rules.flatMap((rule) => rule.check(model).map((violation) => finding(rule, violation))).sort(byFinding);
}

function finding(rule: Rule, violation: Violation): Finding {
  return { rule: rule.id, severity: rule.severity, ...violation, accepted: null };
}
