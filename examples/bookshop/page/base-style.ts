/** What the pages of the shop have in common: colours, light and dark, letters, and the bar with the links. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbf9f6; --card: #fff; --ink: #211d1a; --soft: #6a625b; --line: #e4ddd5; --accent: #a84b14; --mark: #fdf1d8;
  --ok: #14724a; --ok-soft: #dcf3e6; --client: #8f4a00; --client-soft: #fdebd0; --server: #b01e34; --server-soft: #fde2e4;
  --code: #f4efe9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171513; --card: #201d1a; --ink: #efe9e3; --soft: #a79d93; --line: #37322d; --accent: #f0975a; --mark: #4a3a17;
    --ok: #74d6a6; --ok-soft: #15392a; --client: #f5bd6e; --client-soft: #43300f; --server: #ff9aa7; --server-soft: #4a1c24;
    --code: #2a2622;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 66rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; }
pre, code, dl, .status { font-family: ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: .8125rem; line-height: 1.6; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding: 1.1rem 0; }
nav strong { color: var(--accent); letter-spacing: -.01em; font-size: 1.1rem; }
nav ul { display: flex; gap: .25rem; margin: 0; padding: .25rem; list-style: none; background: var(--code); border-radius: .7rem; }
nav a { display: block; padding: .35rem .9rem; border-radius: .5rem; color: var(--soft); text-decoration: none; font-size: .9rem; }
nav a:hover { color: var(--ink); }
nav a[aria-current] { background: var(--card); color: var(--ink); font-weight: 600; box-shadow: 0 1px 3px #0002; }
h1 { margin: 1.1rem 0 .8rem; font-size: clamp(1.8rem, 5.2vw, 2.5rem); line-height: 1.12; letter-spacing: -.03em; text-wrap: balance; }
.lead { margin: 0; max-width: 46rem; color: var(--soft); font-size: 1.06rem; }
.lead b { color: var(--ink); font-weight: 600; }
h2 { margin: 2.1rem 0 .2rem; font-size: 1.25rem; letter-spacing: -.01em; }
.hint { margin: 0 0 .8rem; color: var(--soft); }
.hint a { color: var(--accent); }
footer, noscript p { margin-top: 1.6rem; color: var(--soft); font-size: .9rem; }
`
