/** Draws the picture of the README: what a client gets of one error, without the package and with it. */

/** One answer as a terminal shows it. */
export interface Shown {
  readonly title: string
  readonly lines: readonly string[]
}

/** What Express answers by itself, as far as the picture has room. */
export const withoutHandler: Shown = {
  title: 'Express alone',
  lines: [
    'HTTP/1.1 500 Internal Server Error',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<pre>error: duplicate key value violates unique',
    'constraint &quot;users_email_key&quot;<br>',
    'at query (/srv/shop/node_modules/pg/…)<br>',
    'at /srv/shop/routes/users.js:31:18<br>',
    '…</pre>',
  ],
}

/** What the handler answers to the same error. */
export const withHandler: Shown = {
  title: 'with problemHandler()',
  lines: [
    'HTTP/1.1 409 Conflict',
    'Content-Type: application/problem+json',
    'Cache-Control: no-store',
    '',
    '{',
    '  "type": "about:blank",',
    '  "title": "Conflict",',
    '  "status": 409,',
    '  "detail": "A value is already in use."',
    '}',
  ],
}

const [width, height, padding, lineHeight] = [460, 250, 18, 19]

/** Writes the picture as SVG. */
export function pictureOfAnAnswer(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width + 20} ${height}" width="${2 * width + 20}" role="img" aria-labelledby="title">
<title id="title">The answer to a broken unique constraint: Express alone sends 500 with HTML that quotes the database, problemHandler() sends a 409 problem.</title>
<style>text{font:13px ui-monospace,Consolas,monospace;fill:#e6edf3;white-space:pre}.head{font-weight:600;fill:#9da7b3}.bad{fill:#ff9492}.good{fill:#7ee787}</style>
${panel(withoutHandler, 0, 'bad')}
${panel(withHandler, width + 20, 'good')}
</svg>
`
}

function panel({ title, lines }: Shown, x: number, mood: 'bad' | 'good'): string {
  const texts = lines.map((line, index) => {
    const y = padding + 22 + (index + 1) * lineHeight
    return `<text x="${x + padding}" y="${y}"${index === 0 ? ` class="${mood}"` : ''}>${escaped(line)}</text>`
  })
  return [
    `<rect x="${x}" width="${width}" height="${height}" rx="8" fill="#161b22"/>`,
    `<text x="${x + padding}" y="${padding + 8}" class="head">${escaped(title)}</text>`,
    ...texts,
  ].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
