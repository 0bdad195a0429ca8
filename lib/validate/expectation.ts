/**
 * Says what a schema of another library expected, from those facts of an issue that the library takes from the schema: never from its
 * message, which may quote the value.
 */

import { expectedBy } from '../../schemas/findings/expected.js'
import { own } from '../../schemas/json.js'
import { isRecord, itemsOf, read } from '../guard/read.js'
import { arkAlternatives } from './issues/arktype.js'
import { factOf } from './issues/zod.js'

/** Gives a noun phrase for an issue, by the vendor of the schema; `undefined` where nothing safe is known. */
export function expectation(vendor: unknown, issue: unknown): string | undefined {
  const describe = typeof vendor === 'string' && Object.hasOwn(vendors, vendor) ? vendors[vendor] : undefined
  try {
    const phrase = describe?.(issue)
    return typeof phrase === 'string' && phrase.length <= LONGEST ? phrase : undefined
  } catch {
    // A schema may hold what JSON cannot, such as a bigint.
    return undefined
  }
}

const LONGEST = 200

const vendors: Readonly<Record<string, (issue: unknown) => unknown>> = { zod, valibot, arktype }

function zod(issue: unknown): unknown {
  const fact = (...names: readonly string[]): unknown => factOf(issue, ...names)
  switch (fact('code')) {
    case 'invalid_type':
      return typePhrase(fact('expected'))
    case 'too_small':
      return limitPhrase(fact('origin', 'type'), 'min', fact('inclusive') === false ? '>' : '>=', fact('minimum'))
    case 'too_big':
      return limitPhrase(fact('origin', 'type'), 'max', fact('inclusive') === false ? '<' : '<=', fact('maximum'))
    case 'invalid_value':
    case 'invalid_enum_value':
      return valuesPhrase(itemsOf(fact('values', 'options')))
    case 'invalid_literal':
      return expectedBy('const', { allowedValue: fact('expected') })
    case 'invalid_format':
    case 'invalid_string':
      return formatPhrase(fact('format', 'validation'), fact('pattern'))
    case 'not_multiple_of':
      return expectedBy('multipleOf', { multipleOf: fact('divisor', 'multipleOf') })
    case 'unrecognized_keys':
      return expectedBy('additionalProperties', {})
    default:
      return undefined
  }
}

function valuesPhrase(allowedValues: readonly unknown[] | undefined): string {
  if (allowedValues?.length === 1) return expectedBy('const', { allowedValue: allowedValues[0] })
  return expectedBy('enum', { allowedValues })
}

const TYPES: Readonly<Record<string, string>> = { int: 'integer', tuple: 'array', record: 'object' }
const JSON_TYPES = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'])

function typePhrase(expected: unknown): string | undefined {
  const type = own(TYPES, String(expected)) ?? String(expected)
  if (type === 'date') return 'a date'
  return JSON_TYPES.has(type) ? expectedBy('type', { type }) : undefined
}

const COUNTED: Readonly<Record<string, string>> = { string: 'Length', array: 'Items', set: 'Items' }

function limitPhrase(kind: unknown, end: 'min' | 'max', comparison: string, limit: unknown): string | undefined {
  if (typeof limit !== 'number' && typeof limit !== 'bigint') return undefined
  if (kind === 'number' || kind === 'int' || kind === 'bigint') return expectedBy('minimum', { comparison, limit })
  const counted = own(COUNTED, String(kind))
  return counted === undefined ? undefined : expectedBy(`${end}${counted}`, { limit })
}

// `starts_with` and the like are no formats, and zod 3 has objects for them.
function formatPhrase(format: unknown, pattern?: unknown): string | undefined {
  if (format === 'regex' && typeof pattern === 'string') return expectedBy('pattern', { pattern })
  const isName = typeof format === 'string' && !/^(?:regex|starts_with|ends_with|includes)$/.test(format)
  return isName ? expectedBy('format', { format }) : undefined
}

// valibot writes what a schema expects as a type: `string`, `>=1`, `("a" | "b")`.
function valibot(issue: unknown): unknown {
  const expected = read(issue, 'expected')
  const type = String(read(issue, 'type'))
  if (expected === 'never') return expectedBy('additionalProperties', {})
  if (expected === 'unknown') return undefined
  if (typeof expected === 'string') return typePhrase(expected) ?? `${/length|size/.test(type) ? 'a length ' : ''}${expected}`
  // Formats have a pattern and no words.
  return isRecord(read(issue, 'requirement')) && read(issue, 'kind') === 'validation' ? formatPhrase(type) : undefined
}

// The `expected` of an issue of arktype may hold a message with the value; the `description` is that of the schema.
function arktype(issue: unknown): unknown {
  const parts = arkAlternatives(issue).flat()
  return read(issue, 'description') ?? (parts.length > 0 ? parts.map(arktype).join(' or ') : undefined)
}
