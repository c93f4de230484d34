import * as errors from "../errors";
import { exactly, listOf, oneOf, parseJson, Reader, ShapeProblem, textLike } from "../runbook/json-shape";
import { isDay } from "../values/day";

/** A risk that somebody answers for: who, why, and until when. */
export interface Acceptance {
  /** Risk rule, such as federation-opened. */
  readonly rule: string;
  /** What the risk is about, as the review names it: a domain, a step id, a Terraform address. */
  readonly subject: string;
  readonly who: string;
  readonly reason: string;
  /** Last day on which it counts, YYYY-MM-DD. */
  readonly until: string;
}

/** The acceptances of a file, sorted by what they are worth on a day. */
export interface Acceptances {
  readonly valid: readonly Acceptance[];
  readonly expired: readonly Acceptance[];
}

const FILLED = textLike(/\S/, "a text that is not empty");
const DAY = textLike(/^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD");

const FILE: Reader<{ readonly schema: 1; readonly accepted: readonly Acceptance[] }> = exactly({
  schema: oneOf(1),
  accepted: listOf(exactly({ rule: FILLED, subject: FILLED, who: FILLED, reason: FILLED, until: DAY })),
});

/**
 * Reads accepted-risks.json.
 *
 * @param today YYYY-MM-DD; an acceptance counts to the end of its last day
 * @param rules every id that a risk may have
 * @throws when the text is no such file, names a rule that does not exist or a day that does not
 */
export function parseAcceptances(path: string, source: string, today: string, rules: readonly string[]): Acceptances {
  try {
    const { accepted } = parseJson(source, FILE);
    accepted.forEach(({ rule, until }, index) => {
      if (!rules.includes(rule)) {
        throw new ShapeProblem(`accepted[${index}].rule`, `names no risk rule, got ${JSON.stringify(rule)}`);
      }
      if (!isDay(until)) throw new ShapeProblem(`accepted[${index}].until`, `is no day of the calendar, got ${until}`);
    });
    return {
      valid: accepted.filter(({ until }) => until >= today),
      expired: accepted.filter(({ until }) => until < today),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw errors.notReadable("a file of accepted risks", path, reason, "lync-hybrid explain --list names the rules");
  }
}
