/** The style of the page of an exported year, in a file of its own; it follows the theme of the system. */
export const EXPORT_STYLE = `:root{color-scheme:light dark;--ink:#1b1f23;--quiet:#4f5962;--line:#ccd2d8;--paper:#fff;--link:#0b4f8a;--warn:#8a3b00}
@media (prefers-color-scheme:dark){:root{--ink:#e7eaed;--quiet:#aab4bd;--line:#3c444c;--paper:#16191c;--link:#8ec7ff;--warn:#ffb98a}}
body{max-width:62rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
a{color:var(--link)}
h1{line-height:1.2;margin:0 0 .25rem}
h2{line-height:1.3;margin:1.5rem 0 .25rem}
article h2{margin-top:0}
nav{margin-bottom:2rem}
h3{font-size:1rem;margin:1rem 0 .25rem}
ul,ol{padding-left:1.25rem;margin:.25rem 0}
nav ol{columns:24rem 2}
nav li,section li{margin:.125rem 0}
article{padding:1.5rem 0;border-top:1px solid var(--line)}
img{display:block;max-width:100%;max-height:30rem}
figure{margin:.75rem 0}
figcaption,.quiet{color:var(--quiet);font-size:.9rem}
p{margin:.25rem 0}
.note{white-space:pre-wrap;margin:.75rem 0}
.missing{color:var(--warn);font-weight:600}
.state{border:1px solid currentcolor;border-radius:.25rem;padding:0 .4rem}
.draft{border-style:dashed}
@media print{nav{break-after:page}article{break-inside:avoid-page}a{color:inherit}}
`
