import { Shell } from "../shell";
import { Kind, kind } from "./kind";

/** Where unanswered calls go of people who are enabled for hosted voicemail. */
export type CsHostedVoicemailPolicy = {
  readonly Description: string;
  readonly Destination: string;
  readonly Organization: string;
};

/** The global policy always exists and cannot be removed; those of sites and people are made and removed. */
function hostedVoicemailPolicy(
  scope: Pick<Kind<CsHostedVoicemailPolicy>, "key" | "shape" | "undo">,
): Kind<CsHostedVoicemailPolicy> {
  return kind<CsHostedVoicemailPolicy>({
    ...scope,
    noun: "CsHostedVoicemailPolicy",
    shell: Shell.LYNC,
    // Scope and name together: the site Redmond and the people's policy Redmond are two policies.
    identity: "ignore-case",
    properties: {
      Description: { compare: "exact" },
      Destination: { compare: "fqdn" },
      Organization: { compare: "ignore-case" },
    },
    carried: ["Description", "Destination", "Organization"],
    waitSeconds: 60,
    role: "CsAdministrator or RTCUniversalServerAdmins",
    risk: {
      level: "medium",
      reason: "decides where unanswered calls go of everybody who is enabled for hosted voicemail under this policy",
    },
    sources: ["PS:New-CsHostedVoicemailPolicy", "PS:Set-CsHostedVoicemailPolicy", "Configure Cloud Voicemail service"],
  });
}

export const CS_HOSTED_VOICEMAIL_POLICY_GLOBAL = hostedVoicemailPolicy({
  key: "CsHostedVoicemailPolicy-global",
  shape: "singleton",
  undo: {
    possible: "yes",
    how: "the captured values are set again; a value that was empty before is cleared by hand",
  },
});

export const CS_HOSTED_VOICEMAIL_POLICY = hostedVoicemailPolicy({
  key: "CsHostedVoicemailPolicy",
  shape: "entity",
  undo: {
    possible: "yes",
    how: "the policy is removed if this runbook created it, otherwise its captured values are set again; not while people hold it",
  },
});
