/** Reads single values from text. */
import { readNumber } from './decimal.js'

/** The types of JSON Schema. */
export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string'

/** Gives what a text says as a value of a type; `undefined` where it says none. */
export function readScalar(type: JsonType, text: string): unknown {
  switch (type) {
    case 'string':
      return text
    case 'integer':
    case 'number':
      return readNumber(text, type === 'integer')
    case 'boolean':
      return text === 'true' || (text === 'false' ? false : undefined)
    case 'null':
      return text === '' ? null : undefined
    default:
      return undefined
  }
}

/** Gives the one listed value, of `const` or `enum`, that a text says; the text itself where it is listed, or where it says none of them or several. */
export function readListed(values: readonly unknown[], text: string): unknown {
  if (values.includes(text)) return text
  const said = new Set(values.filter((value) => isSaid(value, text)))
  const [only] = said
  return said.size === 1 ? only : text
}

function isSaid(value: unknown, text: string): boolean {
  if (typeof value === 'number') return readNumber(text, false) === value
  return (typeof value === 'boolean' || value === null) && readScalar(value === null ? 'null' : 'boolean', text) === value
}

/** Gives the types that two lists have in common, in the order of the first one: an integer is a number. */
export function commonTypes(types: readonly JsonType[], others: readonly JsonType[]): readonly JsonType[] {
  const has = (list: readonly JsonType[], type: JsonType): boolean => list.includes(type)
  const common = types.flatMap((type): readonly JsonType[] => {
    if (has(others, type) || (type === 'integer' && has(others, 'number'))) return [type]
    return type === 'number' && has(others, 'integer') ? ['integer'] : []
  })
  return [...new Set(common)]
}
