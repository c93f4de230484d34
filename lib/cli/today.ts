import * as errors from "../errors";
import { isDay } from "../values/day";

/**
 * The day that was named, or today in UTC.
 *
 * @throws when it is no day of the calendar
 */
export function dayOf(today: string | undefined): string {
  if (today === undefined) return new Date().toISOString().slice(0, 10);
  if (!isDay(today)) throw errors.badOption("--today", today, "it is no day of the calendar", "write YYYY-MM-DD");
  return today;
}
