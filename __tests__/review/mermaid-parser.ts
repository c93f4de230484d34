/** As much of Mermaid's flow charts as the library may write. Whatever does not fit is an error, never skipped. */
export interface MermaidChart {
  /** Titles of the frames, line by line. */
  readonly frames: readonly (readonly string[])[];
  readonly nodes: readonly {
    readonly id: string;
    readonly lines: readonly string[];
    readonly style: string | undefined;
  }[];
  readonly links: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}

/** Inside quotes: no quote, no markup, nothing but letters, digits, entity codes and a little punctuation. */
const LABEL = String.raw`((?:[\p{L}\p{N} ,.\-]|#(?:quot|\d+);|<br/>)+)`;
const FRAME = new RegExp(`^  subgraph g\\d+\\["${LABEL}"\\]$`, "u");
const NODE = new RegExp(`^    (n\\d+)\\["${LABEL}"\\](?::::(changed))?$`, "u");
const LINK = new RegExp(`^    (n\\d+) -->\\|"${LABEL}"\\| (n\\d+)$`, "u");

export function parseMermaid(text: string): MermaidChart {
  const lines = text.split("\n");
  expectLine(lines.shift(), "flowchart TB");
  expectLine(lines.pop(), "");
  expectLine(lines.pop(), "  classDef changed stroke-width:4px,stroke-dasharray:8 4");
  const chart = {
    frames: [] as string[][],
    nodes: [] as MermaidChart["nodes"][number][],
    links: [] as MermaidChart["links"][number][],
  };
  let open = false;
  for (const line of lines) {
    const frame = FRAME.exec(line);
    const node = NODE.exec(line);
    const link = LINK.exec(line);
    if (!open && frame !== null) {
      open = true;
      chart.frames.push(linesOf(frame[1] ?? ""));
    } else if (open && node !== null)
      chart.nodes.push({ id: node[1] ?? "", lines: linesOf(node[2] ?? ""), style: node[3] });
    else if (open && link !== null)
      chart.links.push({ from: link[1] ?? "", label: decoded(link[2] ?? ""), to: link[3] ?? "" });
    else if (open && line === "  end") open = false;
    else throw new Error(`this line is no Mermaid that we write: ${JSON.stringify(line)}`);
  }
  if (open) throw new Error("a frame is not closed");
  return chart;
}

function expectLine(line: string | undefined, expected: string): void {
  if (line !== expected) throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(line)}`);
}

/** What a reader sees. Nothing in a line begins a list of Markdown, which Mermaid reads labels as. */
function linesOf(label: string): string[] {
  const lines = label.split("<br/>");
  for (const line of lines) if (/^\s|^\d+\. |www\./i.test(line)) throw new Error(`Markdown sees something in ${line}`);
  return lines.map(decoded);
}

/** Blanks that HTML would swallow are written as hard ones. */
function decoded(text: string): string {
  const read = text.replace(/#quot;/g, '"').replace(/#160;/g, " ");
  return read.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
