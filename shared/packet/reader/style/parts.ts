/** The parts of the content: cover, agenda, points, votes, tables, minuta, what changed. */
export const PARTS_STYLE = `
.mark { font-weight: 600; }
.count .mark, td .mark { white-space: nowrap; }
.mark .shape { display: inline-block; min-width: 1.1em; }
.mark.yes { color: var(--yes); } .mark.no { color: var(--no); } .mark.abstain { color: var(--abstain); } .mark.quiet { color: var(--quiet); } .mark.accent { color: var(--accent); }
.cover .institution, .cover .body { color: var(--muted); }
.cover h1 { margin: 4px 0 20px; }
.facts { display: grid; gap: 6px 16px; }
.facts > div { display: grid; grid-template-columns: 148px minmax(0, 1fr); gap: 4px 16px; }
.facts dt { color: var(--muted); }
.agenda .line { display: grid; grid-template-columns: 28px minmax(0, 1fr) minmax(120px, 200px); gap: 4px 12px; padding: 10px 0; border-bottom: 1px solid var(--line); }
.agenda .line:last-child { border: 0; }
.agenda .number { color: var(--muted); text-align: right; }
.agenda .what > a { color: inherit; font-weight: 500; text-decoration: none; }
.agenda .what > a:hover { text-decoration: underline; }
.agenda .mark { display: flex; gap: 6px; font-size: 14px; }
.files li { padding: 2px 0 2px 18px; position: relative; overflow-wrap: anywhere; }
.files li::before { content: "▤" / ""; position: absolute; left: 0; color: var(--muted); font-size: 12px; line-height: 1.9; }
.agenda .files { font-size: 14px; margin-top: 4px; }
.files.own > li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; }
.files.own > li > .slot { flex: 1 1 120px; }
.address { user-select: all; }
.documents { display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 12px 24px; }
.sessions li { padding: 4px 0; }
.point { padding: 20px 0 24px; }
.point + .point { border-top: 1px solid var(--line); }
.point > header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 16px; margin-bottom: 4px; }
.point .number { color: var(--muted); font-weight: 600; }
.point > h3 { margin-bottom: 4px; }
.vote { margin: 16px 0; padding: 12px 16px 14px; background: var(--soft); border-radius: 8px; }
.vote h4 { margin: 0 0 4px; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px; }
.vote .time { font-weight: 400; font-size: 13px; }
.vote .subject { margin-bottom: 4px; }
.vote .result { margin-bottom: 8px; }
.tally { display: grid; gap: 6px; }
.option { display: grid; grid-template-columns: 156px minmax(60px, 180px) minmax(0, 1fr); align-items: start; gap: 2px 16px; }
.count { display: flex; justify-content: space-between; gap: 8px; }
.count strong { font-size: 17px; line-height: 1.35; min-width: 2ch; text-align: right; }
.share { display: block; width: 100%; height: 8px; margin-top: 8px; }
.share .all { fill: var(--track); }
.share.yes .part { fill: var(--yes); } .share.no .part { fill: var(--no); } .share.abstain .part { fill: var(--abstain); } .share.quiet .part { fill: var(--quiet); }
.names { display: flex; flex-wrap: wrap; gap: 0 14px; font-size: 14px; padding-top: 1px; }
.casting, .sentence { margin-top: 10px; }
.sentence { color: var(--muted); font-size: 14px; }
.agreement { margin: 16px 0 0; padding-left: 14px; border-left: 3px solid var(--accent); }
.agreement h4 { margin-top: 0; }
.agreements > li, .changes > li { padding: 10px 0; border-bottom: 1px solid var(--line); }
.agreements > li:last-child, .changes > li:last-child { border: 0; }
.told { margin-top: 16px; }
.told summary { cursor: pointer; color: var(--accent); font-weight: 600; padding: 4px 0; }
.minuta { max-width: 72ch; }
.minuta p { margin: 0 0 10px; }
.minuta .heading { margin: 20px 0 8px; }
.minuta ul { margin: 0 0 10px; padding-left: 20px; list-style: disc; }
.minuta li { padding: 2px 0; }
table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.45; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
.items tbody th { white-space: nowrap; font-weight: 400; color: var(--muted); }
time { white-space: nowrap; }
.facts time { white-space: normal; }
.items td:nth-child(2) { width: 46%; overflow-wrap: anywhere; }
.items .title { font-weight: 600; }
.changes .kind { display: inline-block; font-size: 12px; font-weight: 600; color: var(--muted); border: 1px solid var(--line); border-radius: 4px; padding: 0 6px; margin-right: 4px; }
.changes + h3, .muted + h3 { margin-top: 16px; }
.changes .was, .changes .now { margin-top: 4px; padding: 4px 10px; border-radius: 6px; white-space: pre-line; }
.changes .was { background: var(--was); } .changes .now { background: var(--now); }
.tag { font-weight: 600; }
del { text-decoration-color: var(--no); } ins { text-decoration: underline; text-decoration-color: var(--yes); text-underline-offset: 2px; font-weight: 600; }
.hash { margin: 8px 0; padding: 8px 12px; background: var(--soft); border-radius: 6px; }
#comprobacion p { max-width: 72ch; }
@media screen and (max-width: 900px) {
  .facts > div { grid-template-columns: 1fr; gap: 0; }
  .agenda .line { grid-template-columns: 24px minmax(0, 1fr); }
  .agenda .line > .mark { grid-column: 2; }
  .option { grid-template-columns: minmax(0, 1fr) 72px; }
  .option .names { grid-column: 1 / -1; }
  table.stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { padding: 10px 0; border-bottom: 1px solid var(--line); }
  .stack th, .stack td { border: 0; padding: 2px 0; }
  .stack td[data-l]::before { content: attr(data-l); display: block; color: var(--muted); font-size: 12px; }
  .stack td[data-l=Asunto]::before { display: none; }
  .items td:nth-child(2) { width: auto; }
}
`.trim()
