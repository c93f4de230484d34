import { Construct } from "constructs";
import { CS_HOSTED_VOICEMAIL_POLICY_GLOBAL } from "../onprem/catalog/cs-hosted-voicemail-policy";
import { VoicemailPolicy, VoicemailPolicyProps } from "./voicemail-policy";

/** The global policy has the properties of every hosted voicemail policy. */
export type HostedVoicemailProps = VoicemailPolicyProps;

/**
 * The global hosted voicemail policy: unanswered calls of people on-premises go to Cloud Voicemail, unless their site or
 * they themselves have a policy of their own (HostedVoicemailPolicy). It needs hybrid connectivity and changes nothing for
 * anybody by itself: each person must have Enterprise Voice and be switched to hosted voicemail (Set-CsUser
 * -HostedVoiceMail). `people` does so for those who are named.
 *
 * Throws when a list is empty, names a domain twice, or a name is no domain name. Source: "Configure Cloud Voicemail
 * service for on-premises users", Set-CsHostedVoicemailPolicy.
 */
export class HostedVoicemail extends VoicemailPolicy {
  public constructor(scope: Construct, id: string, props: HostedVoicemailProps) {
    const whose = "of people without a policy of their own";
    super(scope, id, { kind: CS_HOSTED_VOICEMAIL_POLICY_GLOBAL, identity: "Global", whose, unverified: [] }, props);
  }
}
