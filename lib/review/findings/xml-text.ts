import { visible } from "../../runbook/markdown";

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text in an attribute or an element. What XML 1.0 forbids, and what hides or turns text, is written as its code. */
export function xmlText(text: string): string {
  return (
    visible(text)
      .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
      .replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character)
      // No runner may read a command out of it, see inert.
      .replace(/#(?=#)/g, "&#35;")
  );
}
