/** Reads a path in the syntax of path-to-regexp 6, as @koa/router 13 has it: `/:id(\\d+)`, `/:id?`, `/(.*)`, `{/:id}?`. */
import type { Token } from '../tokens.js'

type Kind = 'char' | 'escaped' | 'name' | 'pattern' | 'modifier' | '{' | '}'

interface Lexeme {
  readonly kind: Kind
  readonly value: string
}

/** Gives the tokens of a path; `undefined` for one that is not written so. */
export function readPath6(path: string): readonly Token[] | undefined {
  const lexemes = lexemesOf(path)
  let [index, unnamed] = [0, 0]

  function take(...kinds: readonly Kind[]): string | undefined {
    const lexeme = lexemes[index]
    if (lexeme === undefined || !kinds.includes(lexeme.kind)) return undefined
    index++
    return lexeme.value
  }
  function takeText(): string {
    let text = ''
    for (let part = take('char', 'escaped'); part !== undefined; part = take('char', 'escaped')) text += part
    return text
  }
  function parameter(name: string | undefined, pattern: string | undefined): readonly Token[] {
    return name === undefined && pattern === undefined ? [] : [{ name: name ?? String(unnamed++), pattern }]
  }

  const tokens: Token[] = []
  while (index < lexemes.length) {
    const char = take('char')
    const [name, pattern] = [take('name'), take('pattern')]
    if (name !== undefined || pattern !== undefined) {
      // These two belong to the parameter behind them, and go with it where it is optional.
      const prefix = char === '/' || char === '.' ? [char] : []
      if (char !== undefined && prefix.length === 0) tokens.push(char)
      tokens.push(modified([...prefix, ...parameter(name, pattern)], take('modifier')))
      continue
    }
    const text = char ?? take('escaped')
    if (text !== undefined) {
      tokens.push(text)
      continue
    }
    if (take('{') === undefined) return undefined
    const group = [takeText(), ...parameter(take('name'), take('pattern')), takeText()]
    if (take('}') === undefined) return undefined
    tokens.push(modified(group, take('modifier')))
  }
  return tokens
}

// What may come several times is written once: the parameter of a path stands for the others as well.
function modified(tokens: readonly Token[], modifier: string | undefined): Token {
  return { choices: modifier === '?' || modifier === '*' ? [tokens, []] : [tokens] }
}

const SIGNS: ReadonlyMap<string, Kind> = new Map([
  ['*', 'modifier'],
  ['+', 'modifier'],
  ['?', 'modifier'],
  ['{', '{'],
  ['}', '}'],
])

function lexemesOf(path: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  for (let index = 0; index < path.length; ) {
    const character = path.charAt(index)
    const name = character === ':' ? /^\w+/.exec(path.slice(index + 1))?.[0] : undefined
    if (name !== undefined) {
      lexemes.push({ kind: 'name', value: name })
      index += name.length + 1
    } else if (character === '(') {
      const end = endOfPattern(path, index)
      lexemes.push({ kind: 'pattern', value: path.slice(index + 1, end) })
      index = end + 1
    } else if (character === '\\') {
      lexemes.push({ kind: 'escaped', value: path.charAt(index + 1) })
      index += 2
    } else {
      lexemes.push({ kind: SIGNS.get(character) ?? 'char', value: character })
      index++
    }
  }
  return lexemes
}

// As path-to-regexp counts: parentheses in a class of characters count too.
function endOfPattern(path: string, start: number): number {
  let depth = 0
  for (let index = start; index < path.length; index++) {
    const character = path.charAt(index)
    if (character === '\\') index++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return index
  }
  return path.length
}
