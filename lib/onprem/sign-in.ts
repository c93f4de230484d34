import * as errors from "../errors";
import { parseGuid } from "../values/guid";
import { ParameterReference } from "../values/parameter-reference";
import { parseThumbprint } from "../values/thumbprint";

/** Shells in which a session of the tenant is needed. A shell of the servers is opened by a person of the domain. */
export type CloudShell = "teams" | "graph" | "exchange-online";
export const CLOUD_SHELLS: readonly CloudShell[] = ["teams", "graph", "exchange-online"];

/** How each shell is signed in to. One that is left out is signed in to by a person. */
export interface SignIns extends Readonly<Partial<Record<CloudShell, SignIn>>> {
  /** The account with which the server tools move people to the cloud. Only a person can be that. */
  readonly move?: SignIn;
}

/** An application that this deployment declares, such as a TenantAdministration. */
export interface SigningApplication {
  readonly clientId: ParameterReference;
}

export interface CertificateSignInProps {
  /** The application: one that is declared here, or its client id (a GUID, or the RunbookParameter that will hold it). */
  readonly application: SigningApplication | ParameterReference | string;
  /** Id of the tenant, a GUID. */
  readonly tenant: string;
  /** SHA-1 thumbprint of the certificate. Certificate and key lie in the store of the user who runs the pipeline. */
  readonly thumbprint: string;
}

export interface InteractiveSignInProps {
  /**
   * Whether the tenant asks this person for a second factor.
   * @default - not said
   */
  readonly secondFactor?: boolean;
}

interface CertificateFacts {
  readonly application: string | ParameterReference;
  readonly tenant: string;
  readonly thumbprint: string;
}

/** How somebody, or a pipeline, signs in to a cloud shell. No mode holds a secret. */
export class SignIn {
  private constructor(
    public readonly mode: "interactive" | "certificate" | "managed-identity",
    /** @internal */
    public readonly facts: CertificateFacts | undefined,
    /** @internal */
    public readonly secondFactor: boolean | undefined,
  ) {}

  /** A person signs in with what the tenant asks of people. No pipeline can do that. */
  public static interactive(props: InteractiveSignInProps = {}): SignIn {
    return new SignIn("interactive", undefined, props.secondFactor);
  }

  /**
   * An application with a certificate: for pipelines ("Application-based authentication in Teams PowerShell", "App-only
   * authentication for unattended scripts in Exchange Online PowerShell").
   *
   * @throws when client id or tenant are no GUID, or the thumbprint is none
   */
  public static certificate(props: CertificateSignInProps): SignIn {
    const facts = {
      application: clientIdOf(props.application),
      tenant: parseGuid("tenant", props.tenant),
      thumbprint: parseThumbprint("thumbprint", props.thumbprint),
    };
    return new SignIn("certificate", facts, undefined);
  }

  /** The managed identity of the Azure machine that runs the steps. Its roles in the tenant are given elsewhere. */
  public static managedIdentity(): SignIn {
    return new SignIn("managed-identity", undefined, undefined);
  }
}

function clientIdOf(application: CertificateSignInProps["application"]): string | ParameterReference {
  if (typeof application === "string") return parseGuid("application", application);
  const { parameter } = "clientId" in application ? application.clientId : application;
  return { parameter };
}

/** @throws when no document says that this shell can be signed in to in this way, in this cloud */
export function refuseSignIn(shell: CloudShell | "move", { mode }: Pick<SignIn, "mode">, cloud: string): void {
  if (shell === "move" && mode !== "interactive") {
    throw errors.noSuchSignIn(shell, mode, cloud, "Move-CsUser runs on the servers, as an administrator of the domain");
  }
  if (shell !== "teams" || cloud === "commercial") return;
  if (mode === "managed-identity") {
    throw errors.noSuchSignIn(
      shell,
      mode,
      cloud,
      "Connect-MicrosoftTeams supports -Identity in the commercial cloud only",
    );
  }
  if (mode === "certificate" && cloud === "china-21vianet") {
    const reason = "its document names the commercial cloud, GCC, GCC High and DoD only";
    throw errors.noSuchSignIn(shell, mode, cloud, reason);
  }
}
