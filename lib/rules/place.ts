import { Declared } from "../model/deployment-model";
import { sortedSet } from "../values/text-order";

/** Source of a finding about something that nobody declared, so that no construct can be named. */
export const WHOLE_DEPLOYMENT = "the whole deployment";

/** Every construct that a finding is about, for the reader. */
export function placesOf(facts: readonly Declared[]): string {
  return facts.length === 0 ? WHOLE_DEPLOYMENT : sortedSet(facts.map(({ source }) => source)).join(", ");
}
