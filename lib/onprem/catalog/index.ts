import * as errors from "../../errors";
import { AUTH_SERVER } from "./auth-server";
import {
  MAIL_USER,
  MAIL_USER_HIDDEN,
  MANAGEMENT_ROLE,
  MANAGEMENT_ROLE_ASSIGNMENT,
  PARTNER_APPLICATION,
} from "./application-account";
import { CMS_REPLICATION } from "./cms-replication";
import { CS_ACCESS_EDGE_CONFIGURATION } from "./cs-access-edge-configuration";
import { CS_CERTIFICATE_OAUTH } from "./cs-certificate";
import { CS_ARCHIVING_CONFIGURATION } from "./cs-archiving-configuration";
import { CS_ARCHIVING_POLICY } from "./cs-archiving-policy";
import { CS_CLIENT_POLICY } from "./cs-client-policy";
import { CS_EXTERNAL_ACCESS_POLICY_LYNC, CS_EXTERNAL_ACCESS_POLICY_TEAMS } from "./cs-external-access-policy";
import { CS_HOSTED_VOICEMAIL_POLICY, CS_HOSTED_VOICEMAIL_POLICY_GLOBAL } from "./cs-hosted-voicemail-policy";
import { CS_HOSTING_PROVIDER } from "./cs-hosting-provider";
import { CS_OAUTH_CONFIGURATION } from "./cs-oauth-configuration";
import { CS_OAUTH_SERVER } from "./cs-oauth-server";
import { CS_ONLINE_SIP_DOMAIN } from "./cs-online-sip-domain";
import { CS_PARTNER_APPLICATION_METADATA, CS_PARTNER_APPLICATION_TOKEN_SERVER } from "./cs-partner-application";
import { CS_SIP_DOMAIN } from "./cs-sip-domain";
import { CS_TEAMS_UPGRADE_POLICY } from "./cs-teams-upgrade-policy";
import { CS_SITE } from "./cs-site";
import { CS_TENANT_FEDERATION_CONFIGURATION } from "./cs-tenant-federation-configuration";
import { CS_TRUSTED_APPLICATION, CS_TRUSTED_APPLICATION_POOL } from "./cs-trusted-application";
import {
  CS_USER_EXCHANGE_ARCHIVING_POLICY,
  CS_USER_HOSTED_VOICE_MAIL,
  CS_USER_HOSTED_VOICEMAIL_POLICY,
  CS_USER_USER_SERVICES_POLICY,
} from "./cs-user";
import { CS_USER_SERVICES_POLICY, CS_USER_SERVICES_POLICY_OF_PEOPLE } from "./cs-user-services-policy";
import { EDGE_DOMAIN_LISTS, TENANT_DOMAIN_LISTS } from "./domain-lists";
import { KindRow } from "./kind";
import { ACCEPTED_DOMAIN, OWA_MAILBOX_POLICY_ONLINE } from "./exchange-online";
import { MANUAL } from "./manual";
import { PRINCIPAL_KEY, PRINCIPAL_NAME } from "./principal";
import { OWA_MAILBOX_POLICY, OWA_VIRTUAL_DIRECTORY } from "./outlook-web";
import { ORGANIZATION_CONFIG } from "./organization-config";
import { SP_APP_PERMISSION, SP_TOKEN_SERVICE, SP_TRUSTED_SECURITY_TOKEN_ISSUER } from "./sharepoint";
import { SETTING_OVERRIDE } from "./setting-override";
import { UM_CALL_ROUTER, UM_DIAL_PLAN, UM_DIAL_PLAN_CALLS, UM_MAILBOX_POLICY, UM_SERVICE } from "./unified-messaging";

/** Every row, by its key. */
export const CATALOGUE: ReadonlyMap<string, KindRow> = new Map(
  [
    CS_SIP_DOMAIN,
    CS_SITE,
    CS_ACCESS_EDGE_CONFIGURATION,
    CS_EXTERNAL_ACCESS_POLICY_LYNC,
    CS_EXTERNAL_ACCESS_POLICY_TEAMS,
    CS_HOSTING_PROVIDER,
    CS_HOSTED_VOICEMAIL_POLICY,
    CS_HOSTED_VOICEMAIL_POLICY_GLOBAL,
    CS_TENANT_FEDERATION_CONFIGURATION,
    CS_TEAMS_UPGRADE_POLICY,
    CS_ONLINE_SIP_DOMAIN,
    CS_CERTIFICATE_OAUTH,
    CS_OAUTH_CONFIGURATION,
    CS_OAUTH_SERVER,
    CS_PARTNER_APPLICATION_METADATA,
    CS_PARTNER_APPLICATION_TOKEN_SERVER,
    CS_USER_SERVICES_POLICY,
    CS_USER_SERVICES_POLICY_OF_PEOPLE,
    CS_USER_EXCHANGE_ARCHIVING_POLICY,
    CS_USER_HOSTED_VOICE_MAIL,
    CS_USER_HOSTED_VOICEMAIL_POLICY,
    CS_USER_USER_SERVICES_POLICY,
    CS_ARCHIVING_CONFIGURATION,
    CS_ARCHIVING_POLICY,
    CS_CLIENT_POLICY,
    EDGE_DOMAIN_LISTS,
    TENANT_DOMAIN_LISTS,
    CMS_REPLICATION,
    CS_TRUSTED_APPLICATION_POOL,
    CS_TRUSTED_APPLICATION,
    SETTING_OVERRIDE,
    PRINCIPAL_KEY,
    PRINCIPAL_NAME,
    AUTH_SERVER,
    OWA_VIRTUAL_DIRECTORY,
    OWA_MAILBOX_POLICY,
    MAIL_USER,
    MAIL_USER_HIDDEN,
    MANAGEMENT_ROLE,
    MANAGEMENT_ROLE_ASSIGNMENT,
    PARTNER_APPLICATION,
    UM_DIAL_PLAN,
    UM_DIAL_PLAN_CALLS,
    UM_MAILBOX_POLICY,
    UM_SERVICE,
    UM_CALL_ROUTER,
    ORGANIZATION_CONFIG,
    OWA_MAILBOX_POLICY_ONLINE,
    ACCEPTED_DOMAIN,
    SP_TRUSTED_SECURITY_TOKEN_ISSUER,
    SP_TOKEN_SERVICE,
    SP_APP_PERMISSION,
    MANUAL,
  ].map((row): [string, KindRow] => [row.key, row]),
);

/** @throws when a baseline or manifest names a kind that this version does not have */
export function kindOf(key: string): KindRow {
  const row = CATALOGUE.get(key);
  if (row === undefined) throw errors.unknownKind(key);
  return row;
}
