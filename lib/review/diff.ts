import { RiskLevel } from "../onprem/step";
import { Manifest } from "../runbook/manifest";
import { byText, sortedSet } from "../values/text-order";
import { changesBetween } from "./comparison";
import { ReviewItem, reviewItems } from "./review-item";
import { rank } from "./risk";

/** What a pull request changes on the servers and in the tenant. */
export interface Review {
  readonly stack: string;
  /** Worst first; of equals what takes away first. */
  readonly items: readonly ReviewItem[];
  readonly risk: RiskLevel;
  readonly actors: readonly string[];
  readonly pointsOfNoReturn: number;
  readonly digest: { readonly before: string; readonly after: string };
}

export function review(before: Manifest, after: Manifest): Review {
  const items = reviewItems(changesBetween(before, after)).sort(byWeight);
  return {
    stack: after.stack,
    items,
    risk: items[0]?.risk.level ?? "info",
    actors: sortedSet(items.flatMap((item) => item.doers.map((doer) => doer.actor))),
    pointsOfNoReturn: items.filter((item) => item.undo.possible === "no").length,
    digest: { before: before.digest, after: after.digest },
  };
}

/** A stack that stands on one side only is compared with a declaration of nothing. */
export function nothing(stack: string): Manifest {
  return { schema: 1, stack, digest: "", steps: [], sessions: [], findings: [], released: [] };
}

function byWeight(left: ReviewItem, right: ReviewItem): number {
  return (
    rank(right.risk.level) - rank(left.risk.level) ||
    Number(right.sign === "-") - Number(left.sign === "-") ||
    byText(left.what, right.what)
  );
}
