/** What only scripts bring: search, filters, notes, help. */
export const TOOLS_STYLE = `
.tools { display: flex; align-items: center; gap: 8px; flex: 0 1 auto; min-width: 0; }
button, .button { font: inherit; font-size: 14px; font-weight: 600; min-height: 32px; padding: 4px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: inherit; cursor: pointer; white-space: nowrap; }
button:hover, .button:hover { background: var(--soft); }
button:disabled { color: var(--muted); cursor: default; background: none; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.quiet { border-color: transparent; background: none; color: var(--accent); font-weight: 500; padding: 2px 6px; min-height: 28px; margin-left: -6px; }
button.quiet:hover { background: var(--selected); }
.search { position: relative; display: flex; align-items: center; gap: 8px; }
.search .field { position: relative; width: 340px; flex: 0 1 340px; min-width: 140px; }
input[type=search], textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--muted); border-radius: 6px; padding: 5px 10px; width: 100%; }
.search kbd { position: absolute; right: 8px; top: 7px; pointer-events: none; }
.search input:focus + kbd, .search input:not(:placeholder-shown) + kbd { display: none; }
::placeholder { color: var(--muted); opacity: 1; }
.found { position: absolute; z-index: 25; top: calc(100% + 6px); right: 0; width: min(500px, calc(100vw - 32px)); background: var(--paper); border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 8px 24px rgb(0 0 0 / .2); padding: 4px; }
.found ul { max-height: min(66vh, 520px); overflow-y: auto; }
.found [role=option] { padding: 6px 10px; border-radius: 6px; cursor: pointer; display: block; }
.found [role=option]:hover { background: var(--soft); }
.found [aria-selected=true] { background: var(--selected); box-shadow: inset 3px 0 0 var(--accent); }
.found .where { display: block; font-size: 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.found .snippet { display: block; font-size: 14px; overflow-wrap: anywhere; }
.found #hallazgos-mas:empty { display: none; }
.found #hallazgos-mas { padding: 6px 10px; }
.found [aria-selected=true] .where { color: var(--ink); }
.steps { display: flex; align-items: center; gap: 4px; font-size: 13px; white-space: nowrap; }
.steps button { padding: 2px 8px; min-height: 28px; }
mark { background: var(--hit); color: inherit; border-radius: 2px; }
::highlight(hallado) { background-color: var(--hit); }
::highlight(visitado) { background-color: var(--hit-now); }
mark.now { background: var(--hit-now); outline: 2px solid var(--hit-now); }
.filters { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; margin: 8px 0; }
.filters .field { display: flex; align-items: center; gap: 8px; }
.filters input[type=search] { width: 240px; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 16px; }
.filters fieldset label, .check { display: inline-flex; align-items: center; gap: 6px; min-height: 32px; }
input[type=checkbox] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
button.sort { border: 0; background: none; padding: 2px 4px; margin-left: -4px; min-height: 24px; color: inherit; }
th[aria-sort] .sort { color: var(--ink); }
th[aria-sort=ascending] .sort::after { content: " ↑" / ""; }
th[aria-sort=descending] .sort::after { content: " ↓" / ""; }
.slot > .note, .slot > .editor { margin: 8px 0; }
.slot .add { font-size: 13px; color: var(--muted); }
.slot .add::before { content: "+ " / ""; }
.slot .add:hover { color: var(--accent); }
.note, .editor { background: var(--note); border-radius: 8px; padding: 8px 12px; }
.note .about { display: block; font-size: 13px; font-weight: 600; overflow-wrap: anywhere; }
.note-text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
.note .changed { font-size: 13px; margin-top: 4px; }
.foot { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; margin-top: 4px; }
.editor label { display: block; font-weight: 600; font-size: 13px; margin-bottom: 4px; }
.editor textarea { min-height: 84px; resize: vertical; display: block; }
.editor .foot { margin-top: 8px; }
.notes .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0; }
.notes .group h3 { font-size: 14px; margin: 20px 0 4px; }
.notes .group .note { margin-top: 8px; }
.notes .check { margin-top: 20px; }
.button { display: inline-flex; align-items: center; position: relative; }
.button input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; font-size: 0; }
.button:focus-within { outline: 2px solid var(--focus); outline-offset: 2px; }
#notas-aviso { font-weight: 600; font-size: 14px; }
#notas-aviso:empty { display: none; }
#notas-aviso[data-kind=done] { color: var(--yes); }
[data-kind=error] { color: var(--no) !important; font-weight: 600; }
#deshacer { margin-top: 8px; }
dialog { border: 1px solid var(--line); border-radius: 10px; padding: 24px; width: min(560px, calc(100vw - 32px)); background: var(--paper); color: var(--ink); }
dialog::backdrop { background: rgb(0 0 0 / .4); }
dialog p { margin: 12px 0 16px; }
.keys { margin-bottom: 16px; }
.keys > div { display: grid; grid-template-columns: 180px 1fr; gap: 12px; padding: 4px 0; }
@media screen and (max-width: 900px) {
  .bar, .tools { display: contents; }
  .search { position: sticky; top: 0; z-index: 20; padding: 8px 16px; background: var(--paper); border-bottom: 1px solid var(--line); }
  .search .field { flex: 1 1 0; width: auto; }
  .tools > button { margin: 8px 0 0 16px; }
  .tools > button + button { margin-left: 8px; }
  .found { left: 16px; right: 16px; width: auto; }
  .search kbd, .editor .foot .small { display: none; }
  button, .button { min-height: 40px; }
  button.quiet, .steps button { min-height: 32px; }
  .filters .field, .filters input[type=search] { width: 100%; }
  .keys > div { grid-template-columns: 1fr; gap: 0; }
}
`.trim()
