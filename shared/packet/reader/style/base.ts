const LIGHT =
  '--paper: #fff; --soft: #f4f6f7; --line: #d5dade; --ink: #1a1f23; --muted: #55606a; --accent: #0b6f68; --on-accent: #fff; --selected: #dff0ee; --focus: #0b57d0; --yes: #14713a; --no: #b3261e; --abstain: #7a5200; --quiet: #55606a; --hit: #ffe58a; --hit-now: #ffb84d; --was: #fdeceb; --now: #e6f4ea; --note: #fff8e1; --track: #e6eaed;'
const DARK =
  '--paper: #16191b; --soft: #202426; --line: #3d4349; --ink: #eceff1; --muted: #a9b4bd; --accent: #6fd3c8; --on-accent: #06211f; --selected: #173a37; --focus: #8ab4f8; --yes: #6fd08c; --no: #ff9a91; --abstain: #f0bd58; --quiet: #a9b4bd; --hit: #6b5500; --hit-now: #a85c00; --was: #421c19; --now: #17351f; --note: #2f2913; --track: #30363a;'

/** Colours (all hold 4.5:1 on their grounds), type, and how the page is laid out. */
export const BASE_STYLE = `
:root { color-scheme: light; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root:not([data-theme=claro]) { color-scheme: dark; ${DARK} } }
:root[data-theme=oscuro] { color-scheme: dark; ${DARK} }
* { box-sizing: border-box; }
html { scroll-padding-top: 72px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; }
ul, ol { padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: 2px; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -.01em; }
h2 { font-size: 20px; line-height: 1.3; margin-bottom: 12px; }
h3 { font-size: 17px; line-height: 1.35; }
h4 { font-size: 14px; line-height: 1.4; margin: 16px 0 4px; }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: .92em; overflow-wrap: anywhere; }
kbd { font: inherit; font-size: 12px; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; padding: 0 5px; background: var(--soft); color: var(--muted); white-space: nowrap; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted { color: var(--muted); }
.small { font-size: 13px; }
.prose, .minuta p, .minuta li { white-space: pre-line; }
.skip { position: absolute; left: 8px; top: -60px; z-index: 30; background: var(--accent); color: var(--on-accent); padding: 8px 16px; border-radius: 0 0 6px 6px; }
.skip:focus { top: 0; }
.bar { position: sticky; top: 0; z-index: 20; display: flex; align-items: center; gap: 8px 16px; min-height: 52px; padding: 8px 24px; background: var(--paper); border-bottom: 1px solid var(--line); }
.brand { flex: 1 1 0; min-width: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.frame { display: grid; grid-template-columns: 272px minmax(0, 1fr); max-width: 1360px; margin: 0 auto; }
main { min-width: 0; padding: 24px 40px 64px; max-width: 960px; width: 100%; justify-self: center; }
main > section { padding: 24px 0 16px; }
main > section + section { border-top: 1px solid var(--line); }
.notes { grid-column: 2; padding: 24px 40px 64px; max-width: 960px; width: 100%; justify-self: center; }
.side { position: sticky; top: 52px; align-self: start; height: calc(100vh - 52px); overflow-y: auto; padding: 20px 8px 24px 16px; font-size: 14px; border-right: 1px solid var(--line); scrollbar-width: thin; }
.side a { display: flex; gap: 8px; justify-content: space-between; padding: 4px 8px; border-radius: 6px; color: inherit; text-decoration: none; }
.side a:hover { background: var(--soft); }
.side a[aria-current] { background: var(--selected); font-weight: 600; }
.side .points { margin: 2px 0 6px; }
.side .points a { font-size: 13px; line-height: 1.35; justify-content: flex-start; }
.side .points .number { flex: 0 0 20px; text-align: right; color: var(--muted); }
.side .points .name { flex: 1; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
@media screen and (min-width: 1560px) {
  .frame { grid-template-columns: 288px minmax(0, 1fr) 348px; max-width: 1880px; }
  .notes { grid-column: 3; position: sticky; top: 52px; align-self: start; height: calc(100vh - 52px); overflow-y: auto; padding: 24px 24px 40px; border-left: 1px solid var(--line); }
}
@media screen and (max-width: 900px) {
  .frame { display: block; }
  html { scroll-padding-top: 68px; }
  .brand { white-space: normal; padding: 10px 16px 2px; }
  main, .notes { padding: 8px 16px 32px; }
  .side { position: static; height: auto; border: 0; border-bottom: 1px solid var(--line); padding: 8px 12px; }
  .side > ul { display: flex; flex-wrap: wrap; gap: 0 4px; }
  .side .points { display: none; }
  .side a { min-height: 32px; align-items: center; }
  h1 { font-size: 24px; }
}
@media (prefers-reduced-motion: no-preference) { .side a { transition: background-color .1s; } }
`.trim()
