/**
 * Keeps what a scope of routes knows about an error until the handler asks. The error itself goes on untouched, so that error trackers,
 * logs and events still see it.
 */
import type { ConstraintPointers } from '../foreign/constraints.js'
import { type Conversion, prepareConversion } from '../foreign/conversion.js'
import type { ErrorMapper } from '../foreign/map.js'
import { bare, pickGiven } from '../guard/bare.js'
import { isRecord, read } from '../guard/read.js'
import { needKnownKeys, wrongOption } from '../guard/refuse.js'

/** Options of `problemScope`. */
export interface ProblemScopeOptions {
  /**
   * What errors become, asked before the `map` of outer scopes and of the handler.
   * @default none
   */
  readonly map?: readonly ErrorMapper[]
  /**
   * Where in a request the values of a database constraint stand, for the routes of this scope.
   * @default none
   */
  readonly constraints?: ConstraintPointers
}

/** An error on its way, with what the scopes that it left know. */
interface ScopedError {
  readonly thrown: unknown
  readonly conversion: Conversion
}

const optionNames: { readonly [Name in keyof Required<ProblemScopeOptions>]: true } = { map: true, constraints: true }

// A protocol version: the ES module and the CommonJS build understand each other.
const SCOPED = Symbol.for('http-problems/1/scoped')

/** Checks the options of a scope; a wrong one is a TypeError with a code. */
export function prepareScope(options: unknown): Conversion {
  if (!isRecord(options)) throw wrongOption('problemScope', 'an object with map or constraints', options)
  needKnownKeys(optionNames, options, 'problemScope')
  return prepareConversion(pickGiven<ProblemScopeOptions>(options, optionNames), 'problemScope')
}

/** Notes that an error leaves a scope. */
export function leaveScope(carrier: object, thrown: unknown, conversion: Conversion): void {
  const scoped: ScopedError = { thrown, conversion: conversionFor(carrier, thrown, conversion) }
  // A frozen double of a request takes no note.
  Reflect.defineProperty(carrier, SCOPED, bare({ value: scoped, configurable: true }))
}

/** Gives what is known about an error: by the scopes that it left, innermost first, and by whoever asks. */
export function conversionFor(carrier: object, thrown: unknown, outer: Conversion): Conversion {
  const scoped = read(carrier, SCOPED) as ScopedError | undefined
  // Another error than the one that left the scope was made outside of it.
  if (scoped === undefined || !Object.is(scoped.thrown, thrown)) return outer
  const inner = scoped.conversion
  return {
    ...outer,
    mappers: [...inner.mappers, ...outer.mappers],
    constraints: new Map([...outer.constraints, ...inner.constraints]),
  }
}
