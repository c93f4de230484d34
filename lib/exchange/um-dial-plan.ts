import * as errors from "../errors";
import { isEncodedText } from "../values/encoded-value";
import { parsePolicyName } from "../values/policy-name";
import { sortedSet } from "../values/text-order";
import { parseCount } from "../values/whole-number";

/** How calls between the servers and Exchange are protected. Source: New-UMDialPlan. */
export enum VoIPSecurity {
  /** Signalling and media are encrypted. */
  SECURED = "Secured",
  /** Signalling is encrypted, media is not. */
  SIP_SECURED = "SIPSecured",
  UNSECURED = "Unsecured",
}

export interface UmDialPlanProps {
  /** Name in Exchange. */
  readonly name: string;
  /** Digits of an extension, 1 to 20. It cannot be changed later. */
  readonly extensionDigits: number;
  /** Country or region code of the numbers, such as 1 or 353: 1 to 4 digits. */
  readonly countryCode: string;
  /**
   * How calls are protected.
   * @default VoIPSecurity.SECURED
   */
  readonly security?: VoIPSecurity;
  /**
   * Numbers that people call to hear their voicemail, in E.164 form.
   * @default - not declared, and left as they are
   */
  readonly accessNumbers?: readonly string[];
  /**
   * Whether people of the plan may have Exchange call every number inside the country (the group Anywhere of the document).
   * @default false: not declared, and left as it is
   */
  readonly callsAnywhereInCountry?: boolean;
}

/** A SIP URI dial plan, by which Exchange answers calls of the servers. */
export class UmDialPlan {
  public readonly name: string;
  /** @internal */
  public readonly extensionDigits: number;
  /** @internal */
  public readonly countryCode: string;
  /** @internal */
  public readonly security: VoIPSecurity;
  /** @internal */
  public readonly accessNumbers: readonly string[] | undefined;
  /** @internal */
  public readonly callsAnywhereInCountry: boolean;

  /** @throws when a name, a number or a code is none */
  public constructor(props: UmDialPlanProps) {
    this.name = parsePolicyName("name", props.name);
    this.extensionDigits = parseCount("extensionDigits", props.extensionDigits);
    if (this.extensionDigits < 1 || this.extensionDigits > 20) {
      throw errors.notExtensionDigits("extensionDigits", props.extensionDigits);
    }
    this.countryCode = parseDigits("countryCode", props.countryCode, /^\d{1,4}$/, "1 to 4 digits, such as 353");
    this.security = props.security ?? VoIPSecurity.SECURED;
    const numbers = props.accessNumbers?.map((value, index) =>
      parseDigits(`accessNumbers[${index}]`, value, /^\+\d{5,15}$/, "an E.164 number, such as +14255550100"),
    );
    this.accessNumbers = numbers === undefined ? undefined : sortedSet(numbers);
    this.callsAnywhereInCountry = props.callsAnywhereInCountry ?? false;
  }
}

function parseDigits(field: string, value: string, form: RegExp, example: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const digits = value.trim();
  if (!form.test(digits)) throw errors.notDigits(field, value, example);
  return digits;
}
