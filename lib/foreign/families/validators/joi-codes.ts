/** What the codes of joi mean. Their context holds the value. */
import { itemsOf, listOf, ownKeys, read } from '../../../guard/read.js'
import { allAs, boundCode, codeIn, lengthCode, type ValidationCode } from '../../../validate/fault-codes.js'

/** Gives the word for a detail of joi. */
export function joiCode(detail: unknown): ValidationCode {
  const type = String(read(detail, 'type'))
  const context = read(detail, 'context')
  if (type === 'any.only') return itemsOf(read(context, 'valids'))?.length === 1 ? 'const' : 'enum'
  if (/^(?:string|array|object|binary)\.length$/.test(type)) return exactCode(type, context)
  const own = codeIn(TYPES, type)
  if (own !== 'invalid') return own
  if (type.startsWith('string.pattern.')) return 'pattern'
  if (type.startsWith('string.') || type.startsWith('date.format')) return 'format'
  return type.endsWith('.base') ? 'type' : 'invalid'
}

function exactCode(type: string, context: unknown): ValidationCode {
  const [value, limit] = [read(context, 'value'), read(context, 'limit')]
  if (type !== 'object.length') return lengthCode(value, limit, limit)
  const count = ownKeys(value).length
  return boundCode('object', count < Number(limit) ? 'min' : 'max')
}

const TYPES: Readonly<Record<string, ValidationCode>> = {
  ...allAs('required', 'any.required object.and object.with array.includesRequiredBoth'),
  ...allAs('unknown-member', 'any.unknown object.unknown object.without'),
  ...allAs('type', 'string.base alternatives.types number.integer number.unsafe number.infinity array.sparse object.refType'),
  ...allAs('type', 'object.regex object.schema object.instance boolean.base'),
  ...allAs('minimum', 'number.min number.greater number.positive date.min date.greater'),
  ...allAs('maximum', 'number.max number.less number.negative date.max date.less'),
  ...allAs('minLength', 'string.min string.empty'),
  ...allAs('multipleOf', 'number.multiple number.precision'),
  ...allAs('pattern', 'string.lowercase string.uppercase string.trim string.normalize'),
  ...allAs('contains', 'array.hasKnown array.hasUnknown array.includesRequiredKnowns array.includesRequiredUnknowns'),
  ...allAs('maxItems', 'array.max array.orderedLength'),
  ...allAs('not', 'any.invalid array.excludes'),
  ...allAs('name', 'object.rename.multiple object.rename.override'),
  ...allAs('union', 'alternatives.match alternatives.any alternatives.all alternatives.one object.missing object.xor'),
  ...allAs('union', 'object.oxor object.nand array.includes'),
  'string.max': 'maxLength',
  'array.min': 'minItems',
  'array.unique': 'uniqueItems',
  'object.min': 'minProperties',
  'object.max': 'maxProperties',
  'binary.min': 'minSize',
  'binary.max': 'maxSize',
  'number.port': 'format',
  'link.maxRecursion': 'depth',
}

/** Gives the names of the members that a detail about several of an object is about. */
export function joiMembers(detail: unknown): readonly unknown[] {
  const context = read(detail, 'context')
  switch (read(detail, 'type')) {
    case 'object.and':
      return listOf(read(context, 'missing'))
    case 'object.with':
    case 'object.without':
      return [read(context, 'peer')].filter((peer) => peer !== undefined)
    default:
      return []
  }
}
