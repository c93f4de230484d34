/** A picture as data, before anybody draws it: Mermaid, SVG and JSON are made from this and from nothing else. */
export interface Diagram {
  readonly title: string;
  /** Whether nodes stand in rows by what they are, or one after the other. */
  readonly shape: "layers" | "chain";
  /** What the picture leaves out, in words; empty when it shows everything. */
  readonly notes: readonly string[];
  readonly nodes: readonly DiagramNode[];
  readonly links: readonly DiagramLink[];
}

export interface DiagramNode {
  /** Generated and never a name: n1, n2 in the order of the nodes. */
  readonly id: string;
  /** Such as Edge pool. */
  readonly kind: string;
  readonly name: string;
  /** What else is said of it, a line each. */
  readonly facts: readonly string[];
  /** Whether the reviewed change touches it. */
  readonly changed: boolean;
  /** Row from the top, the outermost first. */
  readonly layer: number;
}

export interface DiagramLink {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** More boxes than this, nobody reads. */
export const MOST_NODES = 50;

/** The word that marks what a review touches; colour and border alone would tell nothing on paper. */
export const CHANGED = "CHANGED";

/** Ids in the order of the nodes, with a way from what a node stands for to its id. */
export function nodeId(index: number): string {
  return `n${index + 1}`;
}
