/** Writes Markdown that the pages share: the note on top, tables, code. */

/** Says at the top of each page where it comes from. */
export const note = '<!-- Made from the code by `npm run docs`; do not edit. -->'

/** Writes a table; a cell may hold any text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** Marks a text as code; an empty one stays empty. */
export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``
}

/** Marks each item as code. */
export function codes(items: readonly string[] | undefined): string {
  return (items ?? []).map(code).join(', ')
}

// A vertical bar ends a cell, in code too.
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
