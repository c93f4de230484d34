/** Name of a policy that single people have; undefined for one of a site and for the global one. */
export function policyOfPerson(identity: string): string | undefined {
  return identity.startsWith("Tag:") ? identity.slice("Tag:".length) : undefined;
}

/** No page shows what Get-CsUser returns for a policy. */
export const READ_AS_ITSELF =
  "how Get-CsUser shows the name of the policy that a person has: with the scope before it or without. Both are understood";

/** The syntax of the cmdlet calls the name mandatory. */
export const NULL_TAKES_AWAY =
  "whether Grant-CsHostedVoicemailPolicy takes -PolicyName $null, by which undo takes the policy from a person who had none";
