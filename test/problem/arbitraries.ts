/** Generators of what an attacker or a tired developer may pass. */
import fc from 'fast-check'
import { fieldMakers } from '../../lib/problem/field-makers.js'
import { commonOptions } from '../../lib/problem/options.js'
import { errorCodes } from '../../lib/status/codes.js'
import { hostileValues } from './hostile.js'

/** Makes a value at the moment of use: fast-check itself would touch a value that no one may touch. */
export type Recipe = () => unknown

function recipe(create: Recipe, label: string): Recipe {
  return Object.assign(() => create(), { [fc.toStringMethod]: () => label })
}

function ready(value: unknown): Recipe {
  return recipe(() => value, fc.stringify(value))
}

/** One of the hostile values, or anything that fast-check can think of. */
export const nonsense: fc.Arbitrary<Recipe> = fc.oneof(
  fc.constantFrom(...Object.entries(hostileValues).map(([name, create]) => recipe(create, name))),
  fc
    .anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'detail', 'type', 'cause'), fc.string()),
    })
    .map(ready),
)

/** Makes a record of values; a name such as `__proto__` becomes an own property. */
export function recordOf(recipes: Readonly<Record<string, Recipe>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(recipes).map(([name, create]) => [name, create()]))
}

/** Every option name that any status knows, and some that none does. */
export const optionNames = [
  ...commonOptions,
  ...new Set(Object.keys(errorCodes).flatMap((status) => fieldMakers(Number(status)).map(({ option }) => option))),
  'type',
  'title',
  'status',
  '__proto__',
  'constructor',
]

/** Options with right names and wrong values, or nonsense instead. */
export const options: fc.Arbitrary<Recipe> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .dictionary(fc.oneof(fc.constantFrom(...optionNames), fc.string()), nonsense)
      .map((recipes) => recipe(() => recordOf(recipes), fc.stringify(recipes))),
  },
  { weight: 1, arbitrary: nonsense },
)

/** Any text, with the characters that matter to header fields more often than by chance. */
export const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', '\\', ',', ';', '=', ' ', '\t', '\r', '\n', '\0', '\x7f', 'é', '€', '<', '>', 'a', '💥'),
  }),
)

/** A value of a header field, of any kind. */
export const headerValue: fc.Arbitrary<Recipe> = fc.oneof(
  fc.oneof(text, fc.array(text), fc.double(), fc.bigInt()).map(ready),
  nonsense,
)
