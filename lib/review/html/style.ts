import { PARTS_STYLE } from "./style-parts";
import { PRINT_STYLE } from "./style-print";

/** Colours by what they mean. Every pair of ink and ground has a contrast of 4.5 or more, in both modes. */
const COLOURS = `
:root {
  color-scheme: light dark;
  --ground: #fcfcfb; --panel: #f4f5f5; --ink: #1b1f24; --muted: #56606a; --line: #d8dde2; --link: #0b5394; --focus: #0b5394;
  --critical-ground: #8c1d18; --critical-ink: #ffffff; --high-ground: #fbe4e0; --high-ink: #8c1d18;
  --medium-ground: #fdf0d0; --medium-ink: #664400; --low-ground: #e3f0e8; --low-ink: #1f5138;
  --info-ground: #eaedf0; --info-ink: #414a54; --mark-ground: #e4ecf7; --mark-ink: #0b4680;
  --add-ground: #e5f3ea; --add-ink: #17482f; --del-ground: #fbe8e5; --del-ink: #7d1a15;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #14171a; --panel: #1c2024; --ink: #e6e8ea; --muted: #a5aeb7; --line: #333b42; --link: #86bdf5; --focus: #86bdf5;
    --critical-ground: #f2a8a1; --critical-ink: #3b0a07; --high-ground: #4d211d; --high-ink: #ffcac4;
    --medium-ground: #463512; --medium-ink: #ffdf9e; --low-ground: #1f3a2c; --low-ink: #b9e6cb;
    --info-ground: #2a3036; --info-ink: #c8d0d8; --mark-ground: #1d3450; --mark-ink: #c3defb;
    --add-ground: #17301f; --add-ink: #bfe8cd; --del-ground: #3d1d1a; --del-ink: #ffd0ca;
  }
}
`;

const GROUND = `
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2rem 1.5rem 3rem; max-width: 74rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; text-size-adjust: 100%;
}
h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; text-wrap: pretty; }
h2 { margin: 3rem 0 1rem; padding-top: 1.5rem; border-top: 2px solid var(--ink); font-size: 1.35rem; line-height: 1.3; }
h3 { margin: 2.5rem 0 0.75rem; font-size: 1.1rem; line-height: 1.3; }
h4 { margin: 0 0 0.5rem; font-size: 0.95rem; color: var(--muted); font-weight: 600; }
p { margin: 0 0 0.5rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
code, .mono, .patch {
  font-family: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 0.92em;
}
summary { cursor: pointer; }
summary:hover { text-decoration: underline; text-underline-offset: 0.15em; }
footer {
  margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted);
  font-size: 0.875rem;
}
.kicker { margin: 0 0 0.25rem; color: var(--muted); font-size: 0.875rem; }
.note { color: var(--muted); font-size: 0.875rem; }
.lead { font-size: 1.1rem; }
.plain { margin: 0; padding: 0; list-style: none; }
.values { margin: 0; padding: 0; list-style: none; }
.unseen {
  position: absolute; width: 1px; height: 1px; margin: 0; padding: 0; border: 0; overflow: hidden;
  clip-path: inset(50%);
}
.scroll { overflow-x: auto; }
`;

export const STYLE = `${COLOURS}${GROUND}${PARTS_STYLE}${PRINT_STYLE}`;
