import { DeploymentModel, FrontEndPoolFact, HostedVoicemailPolicyFact } from "../model/deployment-model";
import { sortedSet } from "../values/text-order";
import { voicemailSupport, VoicemailSupport } from "../features/voicemail-matrix";

/** Servers and mailboxes that one policy brings together. */
export interface VoicemailPair {
  readonly policy: HostedVoicemailPolicyFact;
  readonly version: string;
  /** Pools of that version, sorted. */
  readonly pools: readonly string[];
  readonly mailbox: string;
  /** Undefined where no document says. */
  readonly support: VoicemailSupport | undefined;
}

/** Every pair of server version and mailbox, for every policy. */
export function voicemailPairs(model: DeploymentModel): VoicemailPair[] {
  return model.hostedVoicemailPolicies.flatMap((policy) => {
    const pools = model.frontEndPools.filter(({ fqdn }) => policy.pools?.includes(fqdn) ?? true);
    return sortedSet(pools.map(({ version }) => version)).flatMap((version) =>
      policy.mailboxes.map((mailbox) => ({
        policy,
        version,
        pools: ofVersion(pools, version),
        mailbox,
        support: voicemailSupport(version, mailbox),
      })),
    );
  });
}

/** What a pair is, as a sentence says it. */
export function pairSubject({ policy, version, mailbox }: VoicemailPair): string {
  return `${policy.identity}: ${version} with ${mailbox}`;
}

function ofVersion(pools: readonly FrontEndPoolFact[], version: string): string[] {
  return sortedSet(pools.filter((pool) => pool.version === version).map(({ fqdn }) => fqdn));
}
