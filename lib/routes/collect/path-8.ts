/** Reads a path in the syntax of path-to-regexp 8, as Express 5 and @koa/router 14 and 15 have it: `/:id`, `{/:id}`, `/*rest`, `/:"a name"`. */
import type { Token } from './tokens.js'

// A text, an escaped character, a parameter, the beginning or the end of what is optional. Other signs are kept for later, as path-to-regexp does.
const LEXEME =
  /([^\\:*{}()[\]+?!]+)|\\(.)|([:*])(?:([$_\p{ID_Start}](?:[$\p{ID_Continue}]|\u200c|\u200d)*)|"((?:\\.|[^"\\])+)")|([{}])/gsuy

/** Gives the tokens of a path; `undefined` for one that is not written so. */
export function readPath8(path: string): readonly Token[] | undefined {
  const open: Token[][] = [[]]
  let end = 0
  for (const [lexeme, text, escaped, sign, plain, quoted, brace] of path.matchAll(LEXEME)) {
    end += lexeme.length
    const tokens = open.at(-1)
    if (tokens === undefined) return undefined
    const name = plain ?? quoted?.replace(/\\(.)/gs, '$1')
    if (name !== undefined) tokens.push({ name, pattern: sign === '*' ? '.+' : undefined })
    else if (brace === '{') open.push([])
    else if (brace === '}') {
      open.pop()
      open.at(-1)?.push({ choices: [tokens, []] })
    } else tokens.push(text ?? (escaped as string))
  }
  return end === path.length && open.length === 1 ? open[0] : undefined
}
