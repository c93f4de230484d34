import { visible } from "../../runbook/markdown";
import { CHANGED, Diagram, DiagramNode } from "./diagram";

/** Diagrams as one Mermaid flow chart, each in a frame of its own, one after the other. */
export function mermaid(diagrams: readonly Diagram[]): string {
  const lines = ["flowchart TB"];
  let before = 0;
  for (const [index, diagram] of diagrams.entries()) {
    lines.push(...frame(diagram, index + 1, before));
    before += diagram.nodes.length;
  }
  // A thick and dashed border says it on paper too; the label says it in words.
  lines.push("  classDef changed stroke-width:4px,stroke-dasharray:8 4");
  return `${lines.join("\n")}\n`;
}

/** @param before how many nodes the frames above hold: ids are told apart across frames */
function frame({ title, notes, nodes, links }: Diagram, number: number, before: number): string[] {
  const idOf = (id: string): string => `n${Number(id.slice(1)) + before}`;
  return [
    `  subgraph g${number}["${[title, ...notes].map(label).join("<br/>")}"]`,
    ...nodes.map((node) => `    ${idOf(node.id)}["${boxLabel(node)}"]${node.changed ? ":::changed" : ""}`),
    ...links.map(({ from, to, label: text }) => `    ${idOf(from)} -->|"${label(text)}"| ${idOf(to)}`),
    "  end",
  ];
}

function boxLabel({ kind, name, facts, changed }: DiagramNode): string {
  return [...(changed ? [CHANGED] : []), kind, name, ...facts].map(label).join("<br/>");
}

/**
 * Letters, digits and blanks stay; a dot, dash or comma stays where Markdown, which Mermaid reads labels as, sees nothing in it.
 * Everything else is an entity code of Mermaid's, so that no name can end a label, begin a list or become a link.
 */
function label(text: string): string {
  return visible(text)
    .replace(/[^\p{L}\p{N} .,-]|(?<![A-Za-z0-9])[.-]|[.-](?![A-Za-z0-9])/gu, entity)
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}#46;`)
    .replace(/^ | $|(?<= ) |^$/g, "#160;");
}

function entity(character: string): string {
  return character === '"' ? "#quot;" : `#${character.codePointAt(0) ?? 0};`;
}
