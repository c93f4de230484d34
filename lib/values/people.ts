import * as errors from "../errors";
import { parseSipAddress } from "./sip-address";
import { sortedSet } from "./text-order";

/** A short list of people, named in code by their SIP addresses: a pilot, a department. */
export class People {
  private constructor(
    /** SIP addresses in lower case, without `sip:`, sorted. */
    public readonly addresses: readonly string[],
  ) {}

  /**
   * People by their SIP addresses, with or without `sip:` before them.
   *
   * @throws when nobody is named, somebody is named twice, or an address is none
   */
  public static of(...addresses: readonly string[]): People {
    if (addresses.length === 0) throw errors.emptyList("people");
    const parsed = addresses.map((address) => parseSipAddress("people", address));
    const twice = parsed.find((address, index) => parsed.indexOf(address) < index);
    if (twice !== undefined) throw errors.twiceInList("people", twice);
    return new People(sortedSet(parsed));
  }
}
