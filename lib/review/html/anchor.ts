import { sha256, shortDigest } from "../../values/sha256";
import { ReviewItem } from "../review-item";

/** Where a stack begins on the page. */
export function stackAnchor(stack: string): string {
  return `stack-${shortDigest(sha256(stack))}`;
}

/**
 * Anchors of changes, in their order. They come from what changes and not from its place, so that a link in a ticket still
 * fits when another change joins the review. Of changes that are told alike, the later ones are counted.
 */
export function itemAnchors(stack: string, items: readonly ReviewItem[]): string[] {
  const seen = new Map<string, number>();
  return items.map(({ sign, what, steps }) => {
    const anchor = `change-${shortDigest(sha256(JSON.stringify([stack, sign, what, steps])))}`;
    const count = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, count);
    return count === 1 ? anchor : `${anchor}-${count}`;
  });
}
