/** What is wrong with the way in which a shell of the cloud is signed in to. */

import { HybridError, quoted } from "./hybrid-error";

export function noSuchSignIn(shell: string, mode: string, cloud: string, reason: string): HybridError {
  return new HybridError(
    `the shell ${shell} cannot be signed in to by ${mode} in the cloud ${cloud}: ${reason}; use SignIn.interactive().`,
  );
}

export function otherTenantInSignIn(shell: string, declared: string, used: string): HybridError {
  return new HybridError(
    `the sign-in of the shell ${shell} names the tenant ${used}, but the deployment belongs to ${declared}: there is ` +
      `one tenant in a deployment; correct one of the two.`,
  );
}

export function notACloudShell(shell: string, known: readonly string[]): HybridError {
  return new HybridError(
    `"signIn" names the shell ${quoted(shell)}, in which nobody signs in to a tenant: a shell of the servers is opened by a ` +
      `person of the domain. Use ${known.join(", ")}.`,
  );
}
