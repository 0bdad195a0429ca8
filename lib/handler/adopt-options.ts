/** The options of adoption: who gets problems in the place of what the app wrote by hand, and what of it they see. */
import { pickGiven } from '../guard/bare.js'
import { isRecord, itemsOf } from '../guard/read.js'
import { isFunction, needKnownKeys, needRules, wrongOption } from '../guard/refuse.js'
import { isMediaRange } from '../respond/negotiation/media-type.js'

// What the body is, the app knows: every type fits, as with JSON.parse().
type Loose = ReturnType<typeof JSON.parse>

/** Says what becomes of errors that the app answers by hand. */
export interface AdoptOptions {
  /**
   * Media types or ranges: a client whose Accept names one of them gets problems, others get what the app wrote. One that sends no Accept
   * counts as one that names the range of all types.
   * @default ['application/problem+json']
   */
  readonly for?: readonly string[]
  /**
   * Says what of the old body may become the `detail`: `(body, status) => body.error.message`. A JSON body comes parsed, others as text. It is asked
   * for each status; return `undefined` for those that shall say nothing.
   * @default nothing of the body is sent
   */
  readonly detail?: (body: Loose, status: number) => string | undefined
}

const rows = {
  for: {
    expected: 'a list of media types or ranges, without parameters',
    accepts: (value: unknown) => {
      const items = itemsOf(value)
      return items !== undefined && items.length > 0 && items.every(isMediaRange)
    },
  },
  detail: { expected: 'a function', accepts: isFunction },
} as const satisfies { readonly [Name in keyof Required<AdoptOptions>]: unknown }

/** Checks the options of adoption; a wrong one is a TypeError with a code. `place` is what stands before their names, such as `options.adopt.`. */
export function checkAdoptOptions(given: object, place: string): AdoptOptions {
  const picked = pickGiven<AdoptOptions>(given, rows)
  needRules(picked, rows, place)
  return picked
}

/** Checks the option `adopt` of a handler; `undefined` where it is off. */
export function checkAdoptOption(given: unknown): AdoptOptions | undefined {
  if (given === undefined || given === false) return undefined
  if (given === true) return {}
  if (!isRecord(given)) throw wrongOption('options.adopt', 'true, false or an object with for or detail', given)
  needKnownKeys(rows, given, 'options.adopt')
  return checkAdoptOptions(given, 'options.adopt.')
}

/** The names of the options of adoption, where they stand beside those of a handler. */
export const adoptNames: object = rows
