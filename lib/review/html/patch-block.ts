import { Html, markup, NOTHING } from "./template";

/** Lines of one file that a page shows: a rewritten catalogue would bury everything below it. */
const SHOWN = 1_000;

/** A unified diff as text: the sign in front says what happens, the colour repeats it. */
export function patchBlock(patch: string): Html {
  const lines = patch.replace(/\n$/, "").split("\n");
  const rest = lines.length - SHOWN;
  const shown = lines.slice(0, SHOWN).map(patchLine);
  const more = rest > 0 ? markup`<p>and ${rest} more lines, see the file</p>` : NOTHING;
  return markup`<pre class="patch">${shown}</pre>
    ${more}`;
}

function patchLine(line: string): Html {
  // A tab is a control character, and would show as its code.
  const text = line.replace(/\r$/, "").replace(/\t/g, "    ");
  if (text.startsWith("+")) return markup`<ins>${text}</ins>`;
  if (text.startsWith("-")) return markup`<del>${text}</del>`;
  if (text.startsWith("@@")) return markup`<b>${text}</b>`;
  return markup`<span>${text}</span>`;
}
