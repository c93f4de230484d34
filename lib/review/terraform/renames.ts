import { Configuration, Declared } from "./configuration";
import { Attributes, canonicalText } from "./shown-value";

/**
 * Where a resource stood, by where it stands now, as far as `moved` blocks say so. Blocks of earlier days, whose move is
 * done, count for nothing.
 */
export function movedResources(before: Configuration, after: Configuration): ReadonlyMap<string, string> {
  const origins = new Map(after.moves.map(({ from, to }) => [to, from]));
  const moved = new Map<string, string>();
  const taken = new Set<string>();
  for (const [to, { type }] of after.resources) {
    const from = origin(to, origins, before);
    if (from === undefined || before.resources.has(to) || after.resources.has(from)) continue;
    // Two cannot come from one: Terraform refuses it.
    if (before.resources.get(from)?.type === type && !taken.has(from)) moved.set(to, from);
    taken.add(from);
  }
  return moved;
}

/** Follows a chain of moves to what the earlier side declares. */
function origin(to: string, origins: ReadonlyMap<string, string>, before: Configuration): string | undefined {
  const seen = new Set<string>();
  let at = origins.get(to);
  while (at !== undefined && !seen.has(at) && !before.resources.has(at)) {
    seen.add(at);
    at = origins.get(at);
  }
  return at !== undefined && before.resources.has(at) ? at : undefined;
}

/** The same resource with references as they read after the moves: what follows a moved resource does not change. */
export function renamedReferences(declared: Declared, names: ReadonlyMap<string, string>): Declared {
  if (names.size === 0) return declared;
  const text = JSON.stringify(declared.attributes).replace(/\$\{[^}]*\}/g, (expression) =>
    expression.replace(/[a-z][a-z0-9_]*\.[A-Za-z0-9_-]+/g, (reference) => names.get(reference) ?? reference),
  );
  return { ...declared, attributes: JSON.parse(text) as Attributes };
}

/**
 * What comes, by the address of what goes, where both declare the same: somebody renamed it without a `moved` block. It is
 * told as a hint only, and only where there is one such pair: Terraform destroys and creates all the same.
 */
export function likelyRenames(
  gone: readonly Declared[],
  come: readonly Declared[],
): readonly { readonly from: string; readonly to: string }[] {
  const arrivals = byContent(come);
  return [...byContent(gone)].flatMap(([content, [from, ...others]]) => {
    const [to, ...more] = arrivals.get(content) ?? [];
    if (from === undefined || to === undefined || others.length > 0 || more.length > 0) return [];
    return [{ from: from.address, to: to.address }];
  });
}

/** References count by their type and attribute alone: what is renamed together refers to each other by new names. */
function byContent(all: readonly Declared[]): ReadonlyMap<string, readonly Declared[]> {
  const found = new Map<string, Declared[]>();
  for (const declared of all) {
    const text = canonicalText(declared.attributes).replace(/\$\{([a-z0-9_]+)\.[A-Za-z0-9_-]+/g, "${$1");
    const content = `${declared.type} ${text}`;
    const others = found.get(content);
    if (others === undefined) found.set(content, [declared]);
    else others.push(declared);
  }
  return found;
}
