import { ParameterReference } from "../values/parameter-reference";
import { Declared } from "./declared";

/** The Microsoft 365 organization. */
export interface TenantFact extends Declared {
  readonly initialDomain: string;
  /** Name of the cloud, such as commercial. */
  readonly cloud: string;
  /** A GUID; left out where nobody declared it. */
  readonly tenantId?: string;
  /** How cloud shells are signed in to; a shell that is left out is signed in to by a person. */
  readonly signIns?: readonly SignInFact[];
}

/** How one shell of the cloud is signed in to. */
export interface SignInFact {
  /** `move`: the account of a person, with which the server tools move people to the cloud. */
  readonly shell: "teams" | "graph" | "exchange-online" | "move";
  readonly mode: "interactive" | "certificate" | "managed-identity";
  /** Client id, or the parameter that will hold it; with a certificate only, as the two below. */
  readonly application?: string | ParameterReference;
  readonly tenantId?: string;
  readonly thumbprint?: string;
  /** Whether a person is asked for a second factor; left out where nobody said. */
  readonly secondFactor?: boolean;
}
