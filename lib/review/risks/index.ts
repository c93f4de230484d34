import { Risk } from "../../onprem/step";
import { Change } from "../change";
import { ARCHIVING_OFF } from "./archiving-off";
import { BACKEND_CHANGED } from "./backend-changed";
import { CLIENT_SIGN_IN_CHANGED } from "./client-sign-in-changed";
import { CONTACTS_MOVED } from "./contacts-moved";
import { CREDENTIAL_REPLACED } from "./credential-replaced";
import { DEFAULT_DOMAIN_CHANGED } from "./default-domain-changed";
import { EDGE_OPENED_TO_PARTNERS } from "./edge-opened-to-partners";
import { ENTRY_LEFT } from "./entry-left";
import { ENTRY_REMOVED } from "./entry-removed";
import { FEDERATION_CLOSED } from "./federation-closed";
import { FEDERATION_OPENED } from "./federation-opened";
import { FEDERATION_POLICY_OFF } from "./federation-policy-off";
import { FIRST_ALLOWED } from "./first-allowed";
import { LAST_ALLOWED } from "./last-allowed";
import { OBJECT_REMOVED } from "./object-removed";
import { ORDER_CHANGED } from "./order-changed";
import { OUTLOOK_WEB_MESSAGING_OFF } from "./outlook-web-messaging-off";
import { OUTSIDE_ACCESS_OFF } from "./outside-access-off";
import { OUTSIDE_ACCESS_ON } from "./outside-access-on";
import { PART_CHANGED } from "./part-changed";
import { PARTNER_BELIEVED } from "./partner-believed";
import { PARTNER_PROXY_CHANGED } from "./partner-proxy-changed";
import { PARTNERS_CUT_OFF } from "./partners-cut-off";
import { PROVIDER_HOSTING_OFF } from "./provider-hosting-off";
import { PROVIDER_PROXY_CHANGED } from "./provider-proxy-changed";
import { PROVIDER_TENANT_CHANGED } from "./provider-tenant-changed";
import { RESOURCE_CHANGED } from "./resource-changed";
import { RESOURCE_DESTROYED } from "./resource-destroyed";
import { RiskRule } from "./risk-rule";
import { SHARING_OFF } from "./sharing-off";
import { STEP_DECLARED } from "./step-declared";
import { STEP_LEFT } from "./step-left";
import { STEP_RELEASED } from "./step-released";
import { TOKENS_OVER_HTTP } from "./tokens-over-http";
import { UNDECLARED_REMOVED } from "./undeclared-removed";
import { VOICEMAIL_ELSEWHERE } from "./voicemail-elsewhere";
import { WAITS_LESS } from "./waits-less";

/** Every rule that judges a change. What a step says of itself comes last: of equals the first one is told. */
export const RISK_RULES: readonly RiskRule[] = [
  FEDERATION_OPENED,
  SHARING_OFF,
  PARTNERS_CUT_OFF,
  FEDERATION_CLOSED,
  EDGE_OPENED_TO_PARTNERS,
  OUTSIDE_ACCESS_OFF,
  OUTSIDE_ACCESS_ON,
  PROVIDER_PROXY_CHANGED,
  PROVIDER_HOSTING_OFF,
  PARTNER_BELIEVED,
  PARTNER_PROXY_CHANGED,
  FEDERATION_POLICY_OFF,
  VOICEMAIL_ELSEWHERE,
  ARCHIVING_OFF,
  CONTACTS_MOVED,
  CLIENT_SIGN_IN_CHANGED,
  OUTLOOK_WEB_MESSAGING_OFF,
  TOKENS_OVER_HTTP,
  DEFAULT_DOMAIN_CHANGED,
  FIRST_ALLOWED,
  LAST_ALLOWED,
  ENTRY_REMOVED,
  OBJECT_REMOVED,
  UNDECLARED_REMOVED,
  ENTRY_LEFT,
  STEP_LEFT,
  STEP_RELEASED,
  WAITS_LESS,
  ORDER_CHANGED,
  BACKEND_CHANGED,
  PROVIDER_TENANT_CHANGED,
  CREDENTIAL_REPLACED,
  RESOURCE_DESTROYED,
  RESOURCE_CHANGED,
  PART_CHANGED,
  STEP_DECLARED,
];

/** A risk with the rule that found it. */
export interface JudgedRisk extends Risk {
  readonly rule: string;
}

const NOTHING: JudgedRisk = { rule: STEP_DECLARED.id, level: "info", reason: "nothing happens on a server" };

/** Everything that the rules say of a change; never empty. */
export function risksOf(change: Change): readonly [JudgedRisk, ...JudgedRisk[]] {
  const [first, ...rest] = RISK_RULES.flatMap(({ id, judge }) =>
    judge(change).map((risk): JudgedRisk => ({ rule: id, ...risk })),
  );
  return first === undefined ? [NOTHING] : [first, ...rest];
}
