import { isRecord, ShapeProblem } from "../../runbook/json-shape";
import { Attributes } from "./shown-value";

/** Terraform's JSON writes a block as an object, or as a list of objects where it may stand more than once. */
export function blocks(value: unknown, place: string): readonly Attributes[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((block) => {
    if (!isRecord(block)) throw new ShapeProblem(place, "must be an object or a list of objects");
    return withoutComment(block);
  });
}

export interface LabelledBlock {
  readonly label: string;
  readonly value: unknown;
  readonly place: string;
}

/** The entries of every block that stands there: their names are labels of further blocks. */
export function labelled(value: unknown, place: string): readonly LabelledBlock[] {
  return blocks(value, place).flatMap((block) =>
    Object.entries(block).map(([label, inner]) => ({ label, value: inner, place: `${place}.${label}` })),
  );
}

/** A block that stands once. */
export function oneBlock(value: unknown, place: string): Attributes {
  const [only, ...more] = blocks(value, place);
  if (only === undefined || more.length > 0) throw new ShapeProblem(place, "must be one object");
  return only;
}

/** Terraform ignores the property "//"; cdktf writes where a construct stands there. */
function withoutComment(block: Attributes): Attributes {
  return Object.fromEntries(Object.entries(block).filter(([name]) => name !== "//"));
}
