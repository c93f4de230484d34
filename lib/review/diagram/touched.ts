import { Shell } from "../../onprem/shell";
import { originalId } from "../../runbook/retired-id";
import { ReviewItem } from "../review-item";
import { PART_CHANGED } from "../risks/part-changed";

/** What a review touches, for the marks on a picture. */
export interface Touched {
  /** Ids of steps that are done because of the change. */
  readonly steps: ReadonlySet<string>;
  /** Names of parts, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Whether an entry of a partner list comes, goes or changes. */
  readonly partners: boolean;
}

export const NOTHING_TOUCHED: Touched = { steps: new Set(), names: new Set(), partners: false };

/** Shells whose host is the tenant. */
const OF_TENANT: readonly string[] = [Shell.TEAMS, Shell.GRAPH];

/** Only what somebody does touches anything; a part that is declared otherwise counts as well, although nobody acts. */
export function touchedBy(items: readonly ReviewItem[]): Touched {
  const done = items.filter((item) => item.doers.length > 0);
  const steps = done.flatMap((item) => item.steps);
  const parts = items.flatMap(({ risks }) =>
    risks.filter(({ rule }) => rule === PART_CHANGED.id).flatMap(({ subjects }) => subjects),
  );
  // CsSite/Redmond is about Redmond; what runs in a shell of the tenant lands there.
  const subjects = steps.flatMap((id) => originalId(id).split("/").slice(1));
  const tenants = done.flatMap(({ doers }) =>
    doers.filter(({ shell }) => OF_TENANT.includes(shell)).map(({ host }) => host),
  );
  return {
    steps: new Set(steps),
    names: new Set([...parts, ...subjects, ...tenants].map((name) => name.toLowerCase())),
    partners: steps.some((id) => originalId(id).startsWith("domain-lists/")),
  };
}
