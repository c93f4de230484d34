import { Diagram, DiagramLink } from "../diagram/diagram";
import { changedMark } from "./badge";
import { BOX_WIDTH, layout, Layout, LINE_HEIGHT, PADDING, PlacedNode } from "./picture-layout";
import { breakable, Html, markup, NOTHING } from "./template";

/** A diagram as inline SVG, and the same in a table for those who do not see it. */
export function picture(diagram: Diagram, id: string): Html {
  if (diagram.nodes.length === 0) return markup`<p>Nothing to draw.</p>`;
  const placed = layout(diagram);
  const notes = diagram.notes.map((note) => markup`<p class="note">${note}</p>`);
  return markup`${notes}
    <div class="scroll picture" tabindex="0" role="region" aria-label="Picture, ${diagram.title}">
      ${svg(diagram, placed, id)}
    </div>
    <details>
      <summary>The picture as a table</summary>
      ${asTable(diagram)}
    </details> `;
}

function svg(diagram: Diagram, placed: Layout, id: string): Html {
  const { width, height } = placed;
  const at = new Map(placed.placed.map((each) => [each.node.id, each]));
  const links = diagram.links.map((link) => linkLine(link, at, placed, id));
  return markup`<svg
    width="${width}"
    height="${height}"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="${id}-title"
  >
    <title id="${id}-title">${diagram.title}. The table below holds the same.</title>
    <defs>
      <marker
        id="${id}-tip"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        orient="auto-start-reverse"
      >
        <path class="tip" d="M0 0L8 4L0 8z" />
      </marker>
    </defs>
    ${links.map(({ line }) => line)}${placed.placed.map((each) => box(each, placed.boxHeight))}${links.map(
      ({ words }) => words,
    )}
  </svg>`;
}

function box({ node, x, y, lines }: PlacedNode, height: number): Html {
  const top = y + (height - lines.length * LINE_HEIGHT) / 2;
  const texts = lines.map(
    ({ text, role }, index) =>
      markup`<text class="${role}" x="${x + BOX_WIDTH / 2}" y="${top + index * LINE_HEIGHT + 13}">${text}</text>`,
  );
  const inner = node.changed
    ? markup`<rect class="inner" x="${x + 4}" y="${y + 4}" width="${BOX_WIDTH - 8}" height="${height - 8}" rx="5" />`
    : NOTHING;
  return markup`<g class="${node.changed ? "box changed" : "box"}">
    <title>${node.kind} ${node.name}</title>
    <rect x="${x}" y="${y}" width="${BOX_WIDTH}" height="${height}" rx="8" />${inner}${texts}
  </g>`;
}

interface DrawnLink {
  readonly line: Html;
  readonly words: Html;
}

/** Where the words on a link stand, and at which of their ends. */
interface Word {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** Lines lie below the boxes and words above them, so that a long link hides no name. */
function linkLine(
  { from, to, label }: DiagramLink,
  at: ReadonlyMap<string, PlacedNode>,
  placed: Layout,
  id: string,
): DrawnLink {
  const start = at.get(from);
  const end = at.get(to);
  if (start === undefined || end === undefined) return { line: NOTHING, words: NOTHING };
  const { path, word } = start.row === end.row ? sideways(start, end, placed) : upright(start, end, placed);
  const words = shortWord(label);
  const x = within(word, words.length * LETTER_WIDTH, placed.width);
  return {
    line: markup`<path class="link" d="${path}" marker-end="url(#${id}-tip)" />`,
    words:
      label === "then" ? NOTHING : markup`<text class="word ${word.anchor}" x="${x}" y="${word.y}">${words}</text>`,
  };
}

interface Route {
  readonly path: string;
  readonly word: Word;
}

function sideways(start: PlacedNode, end: PlacedNode, { boxHeight }: Layout): Route {
  const isRight = end.x > start.x;
  const y = start.y + boxHeight / 2;
  const x1 = isRight ? start.x + BOX_WIDTH : start.x;
  const x2 = isRight ? end.x : end.x + BOX_WIDTH;
  if (Math.abs(x2 - x1) < BOX_WIDTH) {
    return { path: `M${x1} ${y}L${x2} ${y}`, word: { x: (x1 + x2) / 2, y: start.y - PADDING / 2, anchor: "middle" } };
  }
  const [a, b] = [start.x + BOX_WIDTH / 2, end.x + BOX_WIDTH / 2];
  const arch = start.y - 24;
  return {
    path: `M${a} ${start.y}C${a} ${arch} ${b} ${arch} ${b} ${end.y}`,
    word: { x: (a + b) / 2, y: arch + 3, anchor: "middle" },
  };
}

function upright(start: PlacedNode, end: PlacedNode, { boxHeight }: Layout): Route {
  const isDown = end.row > start.row;
  // What goes down keeps left and what goes up keeps right, each with its words on the outer side of its beginning.
  const side = BOX_WIDTH * (isDown ? 0.3 : 0.7);
  const [x1, x2] = [start.x + side, end.x + side];
  const y1 = isDown ? start.y + boxHeight : start.y;
  const y2 = isDown ? end.y : end.y + boxHeight;
  const half = (y2 - y1) / 2;
  const word: Word = isDown ? { x: x1 - 6, y: y1 + 18, anchor: "end" } : { x: x1 + 6, y: y1 - 10, anchor: "start" };
  return { path: `M${x1} ${y1}C${x1} ${y1 + half} ${x2} ${y2 - half} ${x2} ${y2}`, word };
}

/** Words at the edge of a picture move inwards, so that nothing is cut off. */
function within({ x, anchor }: Word, length: number, width: number): number {
  if (anchor === "start") return Math.max(0, Math.min(x, width - length));
  return anchor === "end" ? Math.max(x, Math.min(length, width)) : x;
}

/** Of the words on links, in pixels, in a wide face. */
const LETTER_WIDTH = 6.8;
const LETTERS = 40;

function shortWord(label: string): string {
  return label.length > LETTERS ? `${label.slice(0, LETTERS - 3).trimEnd()} ...` : label;
}

function asTable({ nodes, links }: Diagram): Html {
  const nameOf = new Map(nodes.map(({ id, kind, name }) => [id, `${kind} ${name}`]));
  const rows = nodes.map(({ id, kind, name, facts, changed }) => {
    const ends = links
      .filter((link) => link.from === id)
      .map(({ to, label }) => markup`<li>${label}: ${breakable(nameOf.get(to) ?? "")}</li>`);
    const lines = facts.map((fact) => markup`<li>${breakable(fact)}</li>`);
    return markup`<tr>
      <th scope="row">${kind}<br>${breakable(name)}${changed ? markup` ${changedMark()}` : NOTHING}</th>
      <td>
        <ul class="values">
          ${lines}
        </ul>
      </td>
      <td>
        <ul class="values">
          ${ends}
        </ul>
      </td>
    </tr>`;
  });
  return markup`<div class="scroll">
    <table class="facts">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Facts</th>
          <th scope="col">Links</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
