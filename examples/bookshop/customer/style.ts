/** How the page of a customer looks. */
import { baseStyle } from '../page/base-style.js'

export const style = `${baseStyle}
nav { padding-bottom: .4rem; }
section { margin-top: 1.6rem; }
h2 { margin: 0 0 .6rem; }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: .9rem; padding: 1rem; }
fieldset { display: flex; flex-wrap: wrap; gap: .6rem; margin: 0; padding: 0; border: 0; }
legend { padding: 0; margin-bottom: .6rem; font-size: 1.25rem; font-weight: 700; letter-spacing: -.01em; }
.who { flex: 1 1 14rem; display: flex; gap: .7rem; align-items: baseline; padding: .7rem 1rem; background: var(--card); border: 1px solid var(--line);
  border-radius: .9rem; cursor: pointer; }
.who:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.who input { accent-color: var(--accent); margin: 0; }
.who span { color: var(--soft); font-size: .9rem; margin-left: auto; font-variant-numeric: tabular-nums; }
form.row { display: flex; gap: .6rem; }
input:not([type=radio]) { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .55rem; padding: .4rem .7rem; min-width: 0; }
.row input { flex: 1; }
input[aria-invalid=true] { border-color: var(--client); background: var(--client-soft); }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
button { font: inherit; font-weight: 600; padding: .4rem 1rem; border-radius: .55rem; border: 1px solid var(--accent); background: var(--accent); color: var(--card);
  cursor: pointer; white-space: nowrap; }
button:disabled { background: var(--code); border-color: var(--line); color: var(--soft); cursor: not-allowed; }
#books { margin: 0; padding: 0; list-style: none; background: var(--card); border: 1px solid var(--line); border-radius: .9rem; overflow: hidden; }
#books > li { padding: .8rem 1rem; }
#books > li + li { border-top: 1px solid var(--line); }
.book { display: grid; grid-template-columns: 1fr auto 4.6rem 7.5rem; gap: .3rem .9rem; align-items: center; }
.book b { font-weight: 600; }
.price { color: var(--soft); font-variant-numeric: tabular-nums; }
.message { margin-top: .7rem; padding: .6rem .85rem; border-radius: .55rem; background: var(--client-soft); color: var(--client); }
.message[hidden] { display: none; }
.message p { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.message a { color: inherit; }
.message code { display: block; margin-top: .25rem; color: var(--ink); opacity: .8; overflow-wrap: anywhere; }
.message[data-kind=good] { background: var(--ok-soft); color: var(--ok); }
.message[data-kind=server] { background: var(--server-soft); color: var(--server); }
.message b { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: .9em; user-select: all; }
.empty { color: var(--soft); }
@media (max-width: 46rem) {
  body { padding: 0 .9rem 2rem; }
  h1 { margin-top: .2rem; }
  .book { grid-template-columns: 1fr 4.6rem 7.5rem; }
  .book b { grid-column: 1 / -1; }
}
`
