import { sortedSet } from "../values/text-order";
import { Review } from "./diff";

/** Labels for the pull request: how bad, and who is needed. They stand in the JSON, for pipelines to put on. */
export function labelsOf(reviews: readonly Review[]): string[] {
  return sortedSet(
    reviews
      .filter(({ items }) => items.length > 0)
      .flatMap(({ risk, actors, pointsOfNoReturn }) => [
        `risk/${risk}`,
        ...actors.map((actor) => `needs/${actor.replace(/[^A-Za-z0-9]+/g, "-").toLowerCase()}`),
        ...(pointsOfNoReturn > 0 ? ["point-of-no-return"] : []),
      ]),
  );
}
