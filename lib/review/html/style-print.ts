/** On paper: everything unfolded, no controls, light whatever the screen is, rows kept whole. */
export const PRINT_STYLE = `
@page {
  margin: 16mm 14mm 18mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt system-ui, sans-serif; }
}
@media print {
  :root { color-scheme: light; --ground: #ffffff; --panel: #ffffff; }
  html { font-size: 9pt; }
  body { max-width: none; padding: 0; }
  h2 { break-before: page; margin-top: 0; }
  article:first-of-type h2, h2.unseen { break-before: auto; }
  h2, h3, h4, caption { break-after: avoid; }
  .controls, .controls[hidden] { display: none; }
  .badge, .patch > * { print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  thead { display: table-header-group; }
  tr, .card, .script summary, svg { break-inside: avoid; }
  .item[hidden] { display: table-row-group; }
  .cards { grid-template-columns: repeat(4, 1fr); gap: 3mm; }
  .card { padding: 2.5mm; }
  .big.mono { font-size: 1.1rem; }
  .changes thead th { width: 27mm; }
  .changes thead .n { width: 8mm; }
  .changes thead .risk { width: 19mm; }
  .changes th:nth-child(5), .changes th:nth-child(6) { width: 17mm; }
  .more td { padding-left: 27mm; }
  details::details-content { display: block; height: auto; content-visibility: visible; }
  summary { list-style: none; }
  summary::-webkit-details-marker { display: none; }
  .scroll { overflow: visible; }
  svg { max-width: 100%; max-height: 230mm; }
}
`;
