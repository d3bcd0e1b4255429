import { DOCUMENT_FONTS, PAGE } from '../page'

const FONTS = DOCUMENT_FONTS.map((name) => (name.includes(' ') ? `"${name}"` : name)).join(', ')

/**
 * Style sheet of printed documents. A signature never loses its name (`break-inside` on each cell) and
 * the sheet hangs on the paragraph before it (`.keep`), so it never stands alone on a page.
 */
export const DOCUMENT_CSS = `
@page {
  size: letter;
  margin: ${PAGE.marginTop}mm ${PAGE.marginEnd}mm ${PAGE.marginBottom}mm ${PAGE.marginStart}mm;
}
html { font: 11pt/1.4 ${FONTS}; color: #000; background: #fff; }
body { margin: 0; }
h1, h2, h3, p, dl, ul, ol, table { margin: 0; padding: 0; }
h1, h2, h3 { break-after: avoid; break-inside: avoid; line-height: 1.25; }
h1 { font-size: 13pt; font-weight: 700; margin-top: 1mm; }
h2 { font-size: 12pt; margin: 8mm 0 3mm; }
h3 { font-size: 11pt; margin: 6mm 0 2mm; }
.center { text-align: center; }
.letterhead { border-bottom: 0.6pt solid #000; padding-bottom: 3mm; margin-bottom: 6mm; text-align: center; break-inside: avoid; }
.letterhead .institution { font-size: 10pt; }
.letterhead .body-name { font-size: 12pt; font-weight: 700; text-transform: uppercase; }
p { orphans: 3; widows: 2; overflow-wrap: anywhere; }
p.body { text-align: justify; hyphens: auto; margin-bottom: 3mm; }
p.small { font-size: 7.5pt; line-height: 1.3; color: #333; margin-top: 6mm; overflow-wrap: anywhere; }
p.notice { font-weight: 700; text-align: center; border: 0.8pt solid #000; padding: 1.5mm 3mm; margin-bottom: 5mm; }
dl { margin-bottom: 4mm; }
dl div { break-inside: avoid; }
dt, dd { display: inline; margin: 0; }
dt { font-weight: 700; }
.list { margin: 0 0 3mm 7mm; }
.list li { margin-bottom: 1.5mm; padding-left: 1mm; overflow-wrap: anywhere; orphans: 2; widows: 2; text-align: justify; }
ol.list li { text-align: start; }
table.data { width: calc(100% - 1pt); margin-inline: 0.5pt; line-height: 1.3; border-collapse: collapse; margin-bottom: 4mm; table-layout: fixed; }
.data caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.data thead { display: table-header-group; }
.data tr { break-inside: avoid; }
.data th, .data td { border: 0.5pt solid #666; padding: 1mm 2mm; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
.data th { background: #eee; print-color-adjust: exact; }
.bars { width: 100%; border-collapse: collapse; margin: 4mm 0 6mm; table-layout: fixed; break-inside: avoid; }
.bars caption { text-align: start; font-weight: 700; margin-bottom: 1.5mm; }
.bars th { width: 34%; font-weight: 400; text-align: start; padding: 0.8mm 2mm 0.8mm 0; }
.bars .figure { width: 8%; text-align: end; padding-right: 3mm; font-variant-numeric: tabular-nums; }
.bars .bar { display: block; height: 4mm; background: #404040; print-color-adjust: exact; }
.keep { break-inside: avoid; }
.keep > p.body { break-after: avoid; }
.signatures { list-style: none; display: grid; grid-template-columns: 1fr 1fr; column-gap: 14mm; margin-top: 2mm; }
.signatures li { break-inside: avoid; display: flex; flex-direction: column; text-align: center; padding-top: 16mm; font-size: 10pt; line-height: 1.3; }
.signatures li:last-child:nth-child(odd) { grid-column: 1 / 3; justify-self: center; width: calc(50% - 7mm); }
.signatures .rule { border-top: 0.8pt solid #000; margin-bottom: 1.2mm; }
.signatures .name { font-weight: 700; }
`.trim()
