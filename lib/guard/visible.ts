/** Makes text of others safe to print: what comes from a request or a library may hold orders for a terminal, or lines that look like ours. */

// Written as what stays. Not printable are the C0 and C1 control characters without the tab, DEL, and what breaks a line or turns the order of
// the letters around it: U+061C, U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069.
const NOT_PRINTABLE = /[^ -~\t\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\uffff]/g

const LINE_BREAK = /\r\n|\n/

/** Writes a text as one line, with what is not printable as an escape sequence of JavaScript: `\x1b`, `\u202e`. */
export function visible(text: string): string {
  return text.replace(NOT_PRINTABLE, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** Splits a text at its line feeds; each line is printable. */
export function visibleLines(text: string): string[] {
  return text.split(LINE_BREAK).map(visible)
}
