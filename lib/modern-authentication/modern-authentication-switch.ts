import * as errors from "../errors";
import { ModernAuthenticationSwitchFact } from "../model/deployment-model";
import { isEncodedText } from "../values/encoded-value";

/** One of the places where modern authentication is on or off: each is declared, none is guessed. */
export class ModernAuthenticationSwitch {
  private constructor(
    /** @internal */
    public readonly state: ModernAuthenticationSwitchFact["state"],
    /** One sentence where it is not ours to switch; empty otherwise. */
    public readonly reason: string,
  ) {}

  /** This deployment switches it on with the stage SWITCHED, and off with SWITCHED_BACK. */
  public static byUs(): ModernAuthenticationSwitch {
    return new ModernAuthenticationSwitch("by us", "");
  }

  /**
   * It is on already. Nothing is set and nothing checks it.
   *
   * @param reason one sentence: who saw it, and when
   * @throws when it is empty, or known only after apply
   */
  public static onAlready(reason: string): ModernAuthenticationSwitch {
    return new ModernAuthenticationSwitch("on already", parseReason(reason));
  }

  /**
   * It stays off: people are asked for their password more than once.
   *
   * @param reason one sentence
   * @throws when it is empty, or known only after apply
   */
  public static leftOff(reason: string): ModernAuthenticationSwitch {
    return new ModernAuthenticationSwitch("left off", parseReason(reason));
  }

  /** The company has no such service. */
  public static notThere(): ModernAuthenticationSwitch {
    return new ModernAuthenticationSwitch("not there", "");
  }
}

function parseReason(reason: string): string {
  if (isEncodedText(reason)) throw errors.knownOnlyAfterApply("reason");
  if (reason.trim() === "") throw errors.emptyText("reason");
  return reason.trim();
}
