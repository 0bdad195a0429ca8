/** Reads a path as it is declared for path-to-regexp 8: `/orders/:id`, `/files/*rest`, `/orders{/:id}`. */
import { joined, MOST_SHAPES, NOTHING, PARAMETER, REST, type Shape } from '../shape.js'

/** Gives the paths that a declared one stands for: an optional part gives two. `undefined` where it cannot be read. */
export function readDeclared(path: string): readonly Shape[] | undefined {
  const chars = Array.from(path)
  let at = 0

  function sequence(end: string | undefined): readonly Shape[] | undefined {
    let shapes: readonly Shape[] = [NOTHING]
    while (at < chars.length && chars[at] !== end) {
      const choices = item()
      if (choices === undefined || shapes.length * choices.length > MOST_SHAPES) return undefined
      shapes = shapes.flatMap((shape) => choices.map((choice) => joined(shape, choice)))
    }
    // The end of a group has to be there.
    if (chars[at++] !== end) return undefined
    return shapes
  }

  function item(): readonly Shape[] | undefined {
    const char = chars[at++] as string
    switch (char) {
      case '\\':
        return text(chars[at++])
      case ':':
        return parameter(PARAMETER)
      case '*':
        return parameter(REST)
      case '{': {
        const inner = sequence('}')
        return inner && [...inner, NOTHING]
      }
      default:
        // As in path-to-regexp, which keeps them for later.
        return /[}()[\]+?!]/.test(char) ? undefined : text(char)
    }
  }

  function parameter(mark: string): readonly Shape[] | undefined {
    const name = chars[at] === '"' ? quoted() : plain()
    return name === '' ? undefined : [{ text: mark, names: [name] }]
  }

  function plain(): string {
    let name = ''
    while (NAME.test(name + (chars[at] ?? ' '))) name += chars[at++]
    return name
  }

  function quoted(): string {
    let name = ''
    for (at++; at < chars.length && chars[at] !== '"'; at++) {
      if (chars[at] === '\\') at++
      name += chars[at] ?? ''
    }
    return chars[at++] === '"' ? name : ''
  }

  return sequence(undefined)
}

const NAME = /^[$_\p{ID_Start}](?:[$\p{ID_Continue}]|\u200c|\u200d)*$/u

function text(char: string | undefined): readonly Shape[] | undefined {
  return char === undefined ? undefined : [{ text: char, names: [] }]
}
