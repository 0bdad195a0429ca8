/** The style of the page: light and dark, for screens of any width, contrast AA. */

/** The style sheet. */
export const STYLE = `:root{color-scheme:light dark;--back:#fff;--text:#1c2128;--quiet:#57606a;--line:#d5dae0;--link:#0a53a8;--mark:#f3f5f7}
@media (prefers-color-scheme:dark){:root{--back:#14181d;--text:#e4e8ec;--quiet:#9ba6b1;--line:#343c45;--link:#7ab7ff;--mark:#1f252c}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:40rem;margin:0 auto;padding:clamp(1.5rem,8vh,5rem) 1.25rem 3rem}
.status{margin:0;color:var(--quiet);font:600 1rem/1.4 ui-monospace,monospace}
h1{margin:.15em 0 .4em;font-size:clamp(1.6rem,6vw,2.3rem);line-height:1.2}
.detail{margin:0;font-size:1.125rem;white-space:pre-line}
section,footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:1.1rem}
h2{margin:0 0 .5rem;font-size:1rem}
p{margin:.6rem 0 0}
ul{margin:0;padding-left:1.2rem}
dl{margin:0;display:grid;grid-template-columns:fit-content(40%) minmax(0,1fr);gap:.3rem 1.25rem}
dt{color:var(--quiet)}
dd{margin:0}
code,pre{font:.9em/1.5 ui-monospace,monospace;background:var(--mark);border-radius:.2em;padding:.1em .35em}
pre{padding:.8rem 1rem;overflow-x:auto;overflow-wrap:normal}
a{color:var(--link)}
a:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px}
footer p:first-child{margin-top:0}
@media (max-width:30rem){dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:.6rem}}`

/** Names the style sheet in a Content-Security-Policy (CSP 3, 2.3.1): the SHA-256 of its bytes. A test compares them. */
export const STYLE_HASH = 'sha256-QjzkK3cEYDhTCFjfE+k3LoNbxmdDEkFvulNoTN3m+oY='
