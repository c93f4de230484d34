import { visible } from "../../runbook/markdown";
import { CHANGED, Diagram, DiagramNode } from "../diagram/diagram";

/** A box with its place, in pixels of a picture that is shown at its own size. */
export interface PlacedNode {
  readonly node: DiagramNode;
  readonly x: number;
  readonly y: number;
  readonly row: number;
  readonly lines: readonly BoxLine[];
}

export interface BoxLine {
  readonly text: string;
  readonly role: "mark" | "kind" | "name" | "fact";
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxHeight: number;
  readonly placed: readonly PlacedNode[];
}

export const BOX_WIDTH = 250;
export const LINE_HEIGHT = 18;
export const PADDING = 12;
const GAP = 36;
/** Between rows, with room for the words on links. */
const ROW_GAP = 84;
const MARGIN = 4;
const MOST_IN_A_ROW = 4;
/** What fits into a box, in letters of a wide face: bold names at 13 px, the rest at 12 px. */
const LETTERS = { name: 26, other: 31 };
const MOST_NAME_LINES = 3;

/** Rows by layer, the outermost on top; a chain is read like text, from left to right and down. */
export function layout(diagram: Diagram): Layout {
  const rows = rowsOf(diagram);
  const most = Math.max(1, ...rows.map((row) => row.length));
  const lines = new Map(diagram.nodes.map((node) => [node.id, boxLines(node)]));
  const boxHeight = Math.max(1, ...[...lines.values()].map((of) => of.length)) * LINE_HEIGHT + 2 * PADDING;
  const width = most * BOX_WIDTH + (most - 1) * GAP + 2 * MARGIN;
  const placed = rows.flatMap((nodes, row) => {
    const used = nodes.length * BOX_WIDTH + (nodes.length - 1) * GAP;
    const left = diagram.shape === "chain" ? MARGIN : (width - used) / 2;
    return nodes.map((node, column) => ({
      node,
      row,
      x: left + column * (BOX_WIDTH + GAP),
      // Room above for links that arch from one box of the first row to another.
      y: MARGIN + ROW_GAP / 2 + row * (boxHeight + ROW_GAP),
      lines: lines.get(node.id) ?? [],
    }));
  });
  const height = rows.length * (boxHeight + ROW_GAP) - ROW_GAP / 2 + 2 * MARGIN;
  return { width, height, boxHeight, placed };
}

function rowsOf({ shape, nodes }: Diagram): DiagramNode[][] {
  if (shape === "chain") return inRows(nodes);
  const layers = [...new Set(nodes.map((node) => node.layer))].sort((left, right) => left - right);
  return layers.flatMap((layer) => inRows(nodes.filter((node) => node.layer === layer)));
}

function inRows(nodes: readonly DiagramNode[]): DiagramNode[][] {
  return nodes.flatMap((_, index) => (index % MOST_IN_A_ROW === 0 ? [nodes.slice(index, index + MOST_IN_A_ROW)] : []));
}

function boxLines({ kind, name, facts, changed }: DiagramNode): BoxLine[] {
  const mark: BoxLine[] = changed ? [{ text: CHANGED, role: "mark" }] : [];
  return [
    ...mark,
    ...wrapped(kind, 1, LETTERS.other).map((text): BoxLine => ({ text, role: "kind" })),
    ...wrapped(name, MOST_NAME_LINES, LETTERS.name).map((text): BoxLine => ({ text, role: "name" })),
    ...facts.flatMap((fact) => wrapped(fact, 2, LETTERS.other)).map((text): BoxLine => ({ text, role: "fact" })),
  ];
}

/** Lines of like length; what does not fit ends with dots, and the table holds it in full. */
function wrapped(text: string, most: number, letters: number): string[] {
  const lines = broken(text, letters, letters);
  if (lines.length > most) return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? "").slice(0, letters - 4)} ...`];
  for (let fewer = Math.ceil(text.length / lines.length); fewer < letters; fewer += 1) {
    const even = broken(text, fewer, letters);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** Broken behind a blank, or inside a name where the next label begins, but never inside an address. */
function broken(text: string, width: number, letters: number): string[] {
  const lines: string[] = [];
  let line = "";
  const pieces = visible(text)
    .split(/(?<= )/)
    .flatMap((word) => short(word, letters));
  for (const piece of pieces) {
    if (line !== "" && line.length + piece.trimEnd().length > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

function short(word: string, letters: number): string[] {
  if (word.trimEnd().length <= letters) return [word];
  return word
    .split(/(?<=[./_-])(?=[A-Za-z])/)
    .flatMap((piece) => piece.match(new RegExp(`.{1,${letters}}`, "gu")) ?? []);
}
