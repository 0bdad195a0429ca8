/** Generators of what an attacker or a tired developer may pass. */
import fc from 'fast-check'
import { hostileValues } from './hostile.js'

/** One of the hostile values, or anything that fast-check can think of. */
export const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...Object.values(hostileValues)).map((create) => create()),
  fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'detail', 'type', 'cause'), fc.string()),
  }),
)

/** Every option name that any status knows, and some that none does. */
export const optionNames = [
  'detail',
  'instance',
  'extensions',
  'headers',
  'cause',
  'expose',
  'challenges',
  'allow',
  'retryAfter',
  'rateLimit',
  'accept',
  'acceptEncoding',
  'acceptPatch',
  'acceptPost',
  'size',
  'upgrade',
  'blockedBy',
  'type',
  'title',
  'status',
  '__proto__',
  'constructor',
] as const

/** Options with right names and wrong values, or nonsense instead. */
export const options: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fc.oneof(fc.constantFrom(...optionNames), fc.string()), nonsense) },
  { weight: 1, arbitrary: nonsense },
)

/** Any text, with the characters that matter to header fields more often than by chance. */
export const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', ',', ';', '=', ' ', '\t', '\r', '\n', '\0', '\x7f', 'é', '€', '<', '>', 'a', '💥') }),
)

/** A value of a header field, of any kind. */
export const headerValue = fc.oneof(text, fc.array(text), nonsense, fc.double(), fc.bigInt())
