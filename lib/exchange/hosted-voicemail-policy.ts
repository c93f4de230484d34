import { Construct } from "constructs";
import * as errors from "../errors";
import { CS_HOSTED_VOICEMAIL_POLICY } from "../onprem/catalog/cs-hosted-voicemail-policy";
import { Site } from "../topology/site";
import { isEncodedText } from "../values/encoded-value";
import { VoicemailPolicy, VoicemailPolicyProps } from "./voicemail-policy";

export interface SiteVoicemailPolicyProps extends VoicemailPolicyProps {
  /** The site whose people it counts for. */
  readonly site: Site;
}

export interface PersonalVoicemailPolicyProps extends VoicemailPolicyProps {
  /** Bare name of the policy, without a scope before it. */
  readonly name: string;
}

const TAG_UNVERIFIED =
  "whether New-CsHostedVoicemailPolicy takes the scope Tag: before the name: its page prints bare names, the pages of " +
  "sister nouns print both";

/**
 * A hosted voicemail policy beside the global one. That of a site counts for everybody homed there; that for people counts
 * for whoever it is given to (Grant-CsHostedVoicemailPolicy): `people` are given it, then switched to hosted voicemail.
 *
 * Source: New-CsHostedVoicemailPolicy, "Configure Cloud Voicemail service for on-premises users".
 */
export class HostedVoicemailPolicy extends VoicemailPolicy {
  /**
   * The policy of a site.
   *
   * @throws when a list is empty, names a domain twice, or a name is no domain name
   */
  public static forSite(scope: Construct, id: string, props: SiteVoicemailPolicyProps): HostedVoicemailPolicy {
    const { siteId } = props.site;
    const of = { identity: `Site:${siteId}`, whose: `of the site ${siteId}`, unverified: [] };
    const policy = new HostedVoicemailPolicy(scope, id, { kind: CS_HOSTED_VOICEMAIL_POLICY, ...of }, props);
    policy.node.addDependency(props.site);
    return policy;
  }

  /**
   * A policy that is given to single people.
   *
   * @throws when the name is empty, has a scope or is Global, a list is empty, or a name is no domain name
   */
  public static forPeople(scope: Construct, id: string, props: PersonalVoicemailPolicyProps): HostedVoicemailPolicy {
    const name = parsePolicyName("name", props.name);
    const of = { identity: `Tag:${name}`, whose: `of people with the policy ${name}`, unverified: [TAG_UNVERIFIED] };
    return new HostedVoicemailPolicy(scope, id, { kind: CS_HOSTED_VOICEMAIL_POLICY, ...of }, props);
  }
}

function parsePolicyName(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const name = value.trim();
  if (name === "") throw errors.emptyText(field);
  if (name.includes(":")) throw errors.policyNameWithScope(field, name);
  if (name.toLowerCase() === "global") throw errors.policyNamedGlobal(field);
  return name;
}
