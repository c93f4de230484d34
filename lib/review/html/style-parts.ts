const VERDICT = `
nav { margin-top: 1rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(13.5rem, 1fr)); gap: 0.75rem; margin: 1.5rem 0; }
.card {
  padding: 0.9rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--panel);
  font-size: 0.9375rem;
}
.card h3 { margin: 0 0 0.4rem; font-size: 0.8125rem; font-weight: 600; color: var(--muted); }
.card p:last-child { margin-bottom: 0; }
.card.alarm { border: 2px solid var(--high-ink); }
.big { font-size: 1.35rem; font-weight: 650; line-height: 1.3; }
.full { font-size: 0.8125rem; color: var(--muted); }
.badge {
  display: inline-block; padding: 0.05em 0.5em; border: 1px solid currentcolor; border-radius: 4px; font-size: 0.75rem;
  font-weight: 700; letter-spacing: 0.03em; line-height: 1.6; white-space: nowrap; overflow-wrap: normal;
  background: var(--info-ground); color: var(--info-ink);
}
.big .badge { font-size: 1.1rem; }
.critical { background: var(--critical-ground); color: var(--critical-ink); border-color: var(--critical-ground); }
.high, .error { background: var(--high-ground); color: var(--high-ink); }
.medium, .warning { background: var(--medium-ground); color: var(--medium-ink); }
.low { background: var(--low-ground); color: var(--low-ink); }
.mark { background: var(--mark-ground); color: var(--mark-ink); }
`;

const TABLES = `
.controls { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem 1.25rem; margin: 1.75rem 0 0.5rem; }
.controls[hidden] { display: none; }
.controls label { display: inline-flex; align-items: center; gap: 0.5rem; }
.controls input, .controls select, .controls button {
  font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--muted); border-radius: 6px;
  padding: 0.35rem 0.6rem;
}
.controls input { width: 16rem; max-width: 100%; }
.controls button { cursor: pointer; }
.controls button[aria-pressed="true"] { background: var(--mark-ground); color: var(--mark-ink); }
.controls output { color: var(--muted); font-size: 0.9rem; }
table { width: 100%; border-collapse: collapse; text-align: left; }
caption { padding: 0.5rem 0; text-align: left; font-weight: 650; font-size: 1.1rem; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; vertical-align: top; font-weight: 400; }
thead th {
  overflow-wrap: normal; border-bottom: 2px solid var(--ink); font-size: 0.8125rem; font-weight: 600;
  color: var(--muted);
}
th[aria-sort] { color: var(--ink); }
th[aria-sort]::after { content: " \\25be"; }
th[aria-sort="ascending"]::after { content: " \\25b4"; }
.changes { table-layout: fixed; }
.changes thead th { overflow-wrap: normal; width: 9.5rem; }
.changes thead .n { width: 3.25rem; }
.changes thead .risk { width: 7rem; }
.changes thead .what { width: auto; }
.changes th:nth-child(5), .changes th:nth-child(6) { width: 5.5rem; }
.item .what { font-weight: 600; }
.item .n a { display: inline-block; min-width: 1.5rem; color: var(--muted); text-decoration: none; }
.item .n a:hover { text-decoration: underline; }
.sign { display: inline-block; min-width: 1ch; font-family: ui-monospace, Consolas, monospace; font-weight: 700; }
.strong { font-weight: 700; }
.item td { font-size: 0.9375rem; }
.more td { padding: 0 0.75rem 0.75rem 10.25rem; border-bottom: 1px solid var(--line); }
.more summary { color: var(--muted); }
.item:target .what { text-decoration: underline 2px; text-underline-offset: 0.2em; }
dl { margin: 0.5rem 0 0.25rem; }
dl > div { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0.75rem; padding: 0.2rem 0; }
dt { color: var(--muted); }
dd { margin: 0; }
.facts { font-size: 0.9375rem; }
.facts th, .facts td { border-bottom: 1px solid var(--line); }
.facts tbody th { font-weight: 600; }
.facts :is(th, td) { min-width: 6rem; }
`;

const REST = `
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1.5rem; }
.sessions { margin: 0; padding-left: 1.4rem; }
.sessions > li { margin-bottom: 0.5rem; }
.sessions summary { color: var(--muted); font-size: 0.9375rem; }
ol.values { padding-left: 1.5rem; list-style: decimal; font-size: 0.9375rem; }
.script { padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
.patch {
  margin: 0.5rem 0 0.75rem; padding: 0.75rem 0; border: 1px solid var(--line); border-radius: 6px;
  background: var(--panel); font-size: 0.8125rem; line-height: 1.5;
}
.patch > * {
  display: block; padding: 0 0.75rem; min-height: 1.5em; white-space: pre-wrap; text-decoration: none;
  font-weight: 400;
}
.patch b { color: var(--muted); }
.patch ins, span.add { background: var(--add-ground); color: var(--add-ink); }
.patch del, span.del { background: var(--del-ground); color: var(--del-ink); }
.picture { margin-bottom: 0.5rem; }
svg { display: block; height: auto; margin: 0 auto; }
.box rect { fill: var(--panel); stroke: var(--muted); stroke-width: 1; }
.box.changed rect { fill: var(--mark-ground); stroke: var(--mark-ink); stroke-width: 2; }
.box.changed .inner { fill: none; stroke-width: 1; stroke-dasharray: 6 4; }
svg text { font-size: 13px; text-anchor: middle; fill: var(--ink); }
svg .kind { fill: var(--muted); font-size: 12px; }
.changed .kind, .changed .fact { fill: var(--mark-ink); }
svg .name { font-weight: 650; }
svg .fact { font-size: 12px; }
svg .mark { font-size: 11px; font-weight: 700; letter-spacing: 0.05em; fill: var(--mark-ink); }
svg .start { text-anchor: start; }
svg .end { text-anchor: end; }
svg .word { font-size: 12px; fill: var(--muted); stroke: var(--ground); stroke-width: 4px; paint-order: stroke; }
.link { fill: none; stroke: var(--muted); stroke-width: 1.25; }
.tip { fill: var(--muted); }
`;

/** A phone: every change is a card, and each value says what it is. */
const NARROW = `
@media screen and (max-width: 46rem) {
  body { padding: 1.25rem 1rem 2rem; }
  h1 { font-size: 1.4rem; }
  .cards { grid-template-columns: 1fr; }
  .controls label, .controls input { width: 100%; }
  .controls input { flex: 1; }
  .changes, .changes caption, .changes tbody, .changes tr, .changes th, .changes td { display: block; }
  .facts, .facts tbody, .facts tr, .facts th, .facts td { display: block; }
  .facts :is(th, td) { padding: 0.1rem 0; border: 0; }
  .facts tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  .changes thead, .facts thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .changes tbody { padding: 0.75rem 0; border-top: 1px solid var(--line); }
  .changes tbody[hidden] { display: none; }
  .changes :is(th, td) { padding: 0.1rem 0; }
  .changes .n, .changes td.risk { display: inline-block; }
  .changes td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); }
  .more td { border: 0; }
  dl > div { grid-template-columns: 1fr; gap: 0; }
}
`;

export const PARTS_STYLE = `${VERDICT}${TABLES}${REST}${NARROW}`;
