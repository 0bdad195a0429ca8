/** What the issues of valibot mean. They hold the value. */
import { itemsOf, read } from '../../guard/read.js'
import { allAs, boundCode, boundedKind, codeIn, lengthCode, type ValidationCode } from '../fault-codes.js'

/** Tells whether an issue is one of valibot. */
export function isValibotIssue(issue: unknown): boolean {
  return KINDS.has(read(issue, 'kind')) && typeof read(issue, 'type') === 'string'
}

const KINDS: ReadonlySet<unknown> = new Set(['schema', 'validation', 'transformation'])

/** Gives the word for an issue of valibot. */
export function valibotCode(issue: unknown): ValidationCode {
  const type = String(read(issue, 'type'))
  const input = read(issue, 'input')
  if (read(issue, 'kind') === 'schema') {
    const expected = read(issue, 'expected')
    // The member that chooses a variant cannot be asked for.
    if (type === 'variant' && expected === 'Object') return 'type'
    if (expected === 'never') return type === 'strict_tuple' ? 'maxItems' : 'unknown-member'
    return input === undefined && read(issue, 'received') === 'undefined' ? 'required' : codeIn(SCHEMAS, type)
  }
  const bound = /^(min|max|gt|lt)_(value|length|size|entries|bytes|graphemes|words)$/.exec(type)
  if (bound !== null) return boundOf(bound[1] === 'min' || bound[1] === 'gt' ? 'min' : 'max', String(bound[2]), input)
  const requirement = read(issue, 'requirement')
  if (/^(?:length|bytes|graphemes|words)$/.test(type)) return lengthCode(input, requirement, requirement)
  if (type === 'non_empty') return boundCode(boundedKind(input), 'min')
  if (itemsOf(input) !== undefined && (type === 'includes' || type === 'excludes'))
    return type === 'includes' ? 'contains' : 'not'
  return codeIn(CHECKS, type)
}

function boundOf(end: 'min' | 'max', what: string, input: unknown): ValidationCode {
  if (what === 'value') return boundCode('number', end)
  if (what === 'entries') return boundCode('object', end)
  // The size of a Set is its items, that of a file its bytes.
  if (what === 'size') return boundCode(boundedKind(input) === 'list' ? 'list' : 'file', end)
  return boundCode(itemsOf(input) === undefined ? 'text' : 'list', end)
}

const SCHEMAS: Readonly<Record<string, ValidationCode>> = {
  ...allAs(
    'type',
    'array bigint blob boolean date file function instance intersect lazy loose_object loose_tuple map nan non_nullable non_nullish null nullable nullish number object object_with_rest promise record set strict_object strict_tuple string symbol tuple tuple_with_rest undefined undefinedable void',
  ),
  ...allAs('enum', 'enum picklist variant'),
  ...allAs('required', 'non_optional exact_optional'),
  literal: 'const',
  never: 'unknown-member',
  union: 'union',
}

const CHECKS: Readonly<Record<string, ValidationCode>> = {
  ...allAs('type', 'integer safe_integer finite to_number to_boolean to_bigint to_date to_string'),
  ...allAs('pattern', 'regex starts_with ends_with includes'),
  ...allAs('not', 'not_value not_values not_length not_size not_bytes not_graphemes not_words not_entries excludes'),
  ...allAs(
    'format',
    'base64 bic credit_card cuid2 decimal digits domain email rfc_email emoji hash hex_color hexadecimal imei ip ipv4 ipv6 isbn isrc iso_date iso_date_time iso_time iso_time_second iso_timestamp iso_week jwt_jws jws_compact mac mac48 mac64 nanoid octal parse_json slug ulid url uuid',
  ),
  multiple_of: 'multipleOf',
  value: 'const',
  values: 'enum',
  mime_type: 'media-type',
}
