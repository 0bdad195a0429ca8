/** How the page looks: light and dark, from a phone to a wide screen. */
import { baseStyle } from './base-style.js'

export const style = `${baseStyle}
header { display: grid; grid-template-columns: 1fr auto; gap: 0 3rem; align-items: end; }
nav { grid-column: 1 / -1; }
figure { margin: 0 0 .4rem; display: inline-grid; gap: .35rem; max-width: 100%; }
figcaption, h3 { margin: 0; color: var(--soft); font-size: .78rem; font-weight: 600; }
figure pre { border: 1px solid var(--line); }
ol { margin: .8rem 0 0; padding: 0; list-style: none; background: var(--card); border: 1px solid var(--line); border-radius: .9rem; overflow: hidden; }
.hint + ol { margin-top: 0; }
li + li { border-top: 1px solid var(--line); }
nav li + li { border: 0; }
button { all: unset; box-sizing: border-box; width: 100%; padding: .8rem 1rem; display: grid; gap: .1rem 1rem; align-items: center; cursor: pointer;
  grid-template-columns: auto 1fr auto auto; -webkit-tap-highlight-color: transparent; }
button:hover { background: color-mix(in srgb, var(--accent) 6%, transparent); }
button:focus-visible, a:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; }
.badge { padding: .12rem .55rem; border-radius: .45rem; font-weight: 650; font-variant-numeric: tabular-nums; font-size: .9rem; background: var(--client-soft); color: var(--client); }
.badge[data-class='2'] { background: var(--ok-soft); color: var(--ok); }
.badge[data-class='5'] { background: var(--server-soft); color: var(--server); }
.what b { display: block; font-weight: 600; }
.what span { color: var(--soft); font-size: .9rem; }
button code { color: var(--soft); white-space: nowrap; }
.send { padding: .28rem .85rem; border-radius: 2rem; border: 1px solid currentColor; color: var(--accent); font-size: .85rem; font-weight: 600; }
button:hover .send { background: var(--accent); color: var(--card); border-color: var(--accent); }
.answer { display: grid; grid-template: auto 1fr / minmax(0, 5fr) minmax(0, 6fr); gap: .9rem 1.25rem; padding: .3rem 1rem 1.2rem; }
.answer section { display: flex; flex-direction: column; gap: .35rem; min-width: 0; }
.received { grid-area: 1 / 2 / 3 / 3; }
.answer h3:not(:first-child) { margin-top: .55rem; }
pre { margin: 0; padding: .65rem .8rem; border-radius: .55rem; background: var(--code); white-space: pre-wrap; overflow-wrap: anywhere; }
.curl { user-select: all; }
.screen { flex: 1; border: 1px solid var(--line); border-radius: .55rem; overflow: hidden; transition: opacity .15s; }
.screen[aria-busy] { opacity: .5; }
.status { margin: 0; padding: .5rem .8rem; min-height: 2.3em; font-weight: 650; background: var(--code); }
.status[data-class='2'] { background: var(--ok-soft); color: var(--ok); }
.status[data-class='4'] { background: var(--client-soft); color: var(--client); }
.status[data-class='5'] { background: var(--server-soft); color: var(--server); }
dl { margin: 0; padding: .55rem .8rem 0; display: grid; grid-template-columns: auto 1fr; gap: 0 .9rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.body { background: none; padding-top: .5rem; }
.extension { background: var(--mark); border-radius: .2rem; }
.legend { margin: 0; color: var(--soft); font-size: .8rem; }
.legend:empty { display: none; }
.legend::before { content: ''; display: inline-block; width: .8em; height: .8em; margin-right: .45em; background: var(--mark); border: 1px solid var(--line); border-radius: .2rem; vertical-align: -.08em; }
@media (max-width: 46rem) {
  body { padding: 0 .9rem 2rem; }
  header { grid-template-columns: minmax(0, 1fr); gap: 1rem; }
  h1 { margin-top: .2rem; }
  button { grid-template-columns: auto 1fr auto; padding: .8rem .85rem; gap: .3rem .8rem; }
  .what { display: contents; }
  .what b { grid-column: 2; }
  .what span { grid-column: 1 / -1; grid-row: 2; }
  button code { grid-column: 1 / -1; grid-row: 3; white-space: normal; overflow-wrap: anywhere; }
  .send { grid-column: 3; grid-row: 1; }
  .received { grid-area: auto; }
  .answer { grid-template: none / minmax(0, 1fr); padding: .3rem .85rem 1rem; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`
