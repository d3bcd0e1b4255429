/** On paper: only the content, in black, without breaking what belongs together. */
export const PRINT_STYLE = `
@media print {
  :root, :root[data-theme=oscuro], :root:not([data-theme=claro]) { color-scheme: light; --paper: #fff; --soft: #fff; --line: #999; --ink: #000; --muted: #333; --accent: #000; --selected: #fff; --yes: #0d5228; --no: #8c1a13; --abstain: #5c3d00; --quiet: #333; --was: #fff; --now: #fff; --note: #fff; --track: #ddd; --hit: #fff; --hit-now: #fff; }
  @page { size: letter; margin: 18mm 18mm 20mm; }
  body { font-size: 10.5pt; line-height: 1.4; }
  .bar, .side, .skip, .tools, .filters, dialog, .told, .add, .slot .quiet, .notes { display: none !important; }
  :root[data-print-notes=yes] .notes { display: block !important; break-before: page; }
  :root:not([data-print-notes=yes]) .slot { display: none !important; }
  .notes .buttons, .notes .check, .notes #notas-lugar, .notes #notas-aviso, .notes button { display: none !important; }
  .note { border: 1px solid var(--line); }
  .frame { display: block; max-width: none; }
  main, .notes { padding: 0; max-width: none; }
  main > section { padding: 10pt 0; }
  main > section + section { border: 0; }
  main > section > h2 { border-bottom: 1pt solid #000; padding-bottom: 2pt; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; } h4 { font-size: 10.5pt; }
  h1, h2, h3, h4, .point > header, .entry, .agreements > li > p:first-child { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  .vote { border: 1px solid var(--line); padding: 6pt 10pt; }
  .vote, .agreement, tr, .agenda .line, .option, .agreements > li, .changes > li, .documents > li { break-inside: avoid; }
  .minuta { max-width: none; }
  p { orphans: 3; widows: 3; }
  .option { grid-template-columns: 144px 72px minmax(0, 1fr); }
  thead { display: table-header-group; }
th[data-label] .sort { display: none; }
  th[data-label]::before { content: attr(data-label); }
  tr[hidden] { display: table-row !important; }
  mark, mark.now { outline: 0; }
}
`.trim()
