/** Style of the form of an área: readable on any screen, dark or light, and on paper. */
export const FORM_STYLE = `
:root { color-scheme: light dark; --line: #b8c0c6; --soft: #f2f5f6; --ink: #1a1f23; --muted: #505a62; --paper: #fff; --accent: #0b5f58; --on-accent: #fff; --error: #a3180f; --done: #0f6a2f; }
@media (prefers-color-scheme: dark) { :root { --line: #4b565e; --soft: #20272b; --ink: #eef2f4; --muted: #b3bdc4; --paper: #14191c; --accent: #6fd3c8; --on-accent: #06201d; --error: #ffb4ab; --done: #8fdca8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
main { max-width: 800px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 24px; line-height: 1.25; margin: 4px 0 8px; }
h2 { font-size: 18px; line-height: 1.3; margin: 0 0 8px; overflow-wrap: anywhere; }
.institution, .muted { color: var(--muted); margin: 0 0 4px; }
.help { border-left: 4px solid var(--accent); background: var(--soft); padding: 8px 12px; margin: 16px 0; }
section.item, section.who, section.send { border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin: 16px 0; }
.code { font-variant-numeric: tabular-nums; color: var(--muted); font-weight: 600; margin: 0; }
.agreed { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 8px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0 0 12px; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
fieldset { border: 0; padding: 0; margin: 0 0 12px; }
legend, label.field { display: block; font-weight: 600; margin-bottom: 4px; padding: 0; }
.choices { display: flex; flex-wrap: wrap; gap: 4px 20px; }
.choices label { display: inline-flex; align-items: center; gap: 8px; min-height: 32px; }
input[type=radio] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
input[type=text], input[type=date], textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--muted); border-radius: 6px; padding: 8px 10px; width: 100%; }
input[type=date] { width: auto; min-width: 180px; }
textarea { min-height: 88px; resize: vertical; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
@media (max-width: 560px) { .pair, dl { grid-template-columns: 1fr; } }
.row { margin-bottom: 12px; }
.error { color: var(--error); font-weight: 600; margin: 4px 0 0; }
.error:empty { display: none; }
[aria-invalid=true] { border-color: var(--error); border-width: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; }
button { font: inherit; font-weight: 600; padding: 8px 16px; min-height: 40px; border-radius: 6px; border: 1px solid var(--accent); background: var(--paper); color: var(--accent); cursor: pointer; }
button.main { background: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
#status { font-weight: 600; margin: 12px 0 0; }
#status:empty { display: none; }
#status[data-kind=done] { color: var(--done); }
#status[data-kind=error] { color: var(--error); }
#paste { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: 13px; min-height: 160px; }
[hidden] { display: none !important; }
@media print { :root { --line: #888; --soft: #fff; --ink: #000; --muted: #333; --paper: #fff; } body { font-size: 11pt; } main { max-width: none; padding: 0; } section.item { break-inside: avoid; } .send, .help { display: none; } textarea { min-height: 60px; } }
`.trim()
