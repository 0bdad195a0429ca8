/** Which options of a status become which header fields. */

import { bare } from '../guard/bare.js'
import { challengeLines } from './fields/challenge.js'
import type { FieldValue } from './fields/field-value.js'
import { acceptList, protocolList, tokenList } from './fields/list.js'
import { rateLimitPolicy, rateLimitState } from './fields/rate-limit.js'
import { blockedByLink, retryAfter, unsatisfiedRange } from './fields/single.js'
import type { ProblemOptions, SpecialOptions } from './options.js'

type FieldBuilder = (value: unknown) => FieldValue | undefined
type FieldOption = { readonly [Option in SpecialOptionName]: readonly (readonly [field: string, build: FieldBuilder])[] }
type KeysOfUnion<T> = T extends unknown ? keyof T : never
type SpecialOptionName = Exclude<KeysOfUnion<SpecialOptions[keyof SpecialOptions]>, keyof ProblemOptions>

const fieldsOf: FieldOption = bare({
  challenges: [['WWW-Authenticate', challengeLines]],
  allow: [['Allow', tokenList]],
  retryAfter: [['Retry-After', retryAfter]],
  rateLimit: [
    ['RateLimit-Policy', rateLimitPolicy],
    ['RateLimit', rateLimitState],
  ],
  accept: [['Accept', acceptList]],
  acceptEncoding: [['Accept-Encoding', acceptList]],
  acceptPatch: [['Accept-Patch', acceptList]],
  acceptPost: [['Accept-Post', acceptList]],
  size: [['Content-Range', unsatisfiedRange]],
  upgrade: [['Upgrade', protocolList]],
  blockedBy: [['Link', blockedByLink]],
})

const optionsOf: { readonly [S in keyof SpecialOptions]: readonly Exclude<keyof SpecialOptions[S], keyof ProblemOptions>[] } =
  bare({
    400: ['challenges'],
    401: ['challenges'],
    403: ['challenges'],
    405: ['allow'],
    407: ['challenges'],
    413: ['retryAfter'],
    415: ['accept', 'acceptEncoding', 'acceptPatch', 'acceptPost'],
    416: ['size'],
    426: ['upgrade'],
    429: ['retryAfter', 'rateLimit'],
    451: ['blockedBy'],
    503: ['retryAfter', 'rateLimit'],
  })

/** One option that becomes one or more fields. */
export interface FieldMaker {
  readonly option: string
  readonly field: string
  readonly build: FieldBuilder
}

const makersByStatus = new Map<number, readonly FieldMaker[]>()

/** Lists the options of a status that become header fields. They are put together at the first use, since an app throws few statuses. */
export function fieldMakers(status: number): readonly FieldMaker[] {
  const known = makersByStatus.get(status)
  if (known !== undefined) return known
  const names: readonly SpecialOptionName[] | undefined = (optionsOf as Readonly<Record<number, readonly SpecialOptionName[]>>)[
    status
  ]
  const makers = names === undefined ? [] : makersOf(status, names)
  makersByStatus.set(status, makers)
  return makers
}

function makersOf(status: number, names: readonly SpecialOptionName[]): readonly FieldMaker[] {
  return names.flatMap((option) =>
    fieldsOf[option].map(([field, build]) => ({ option, field: status === 407 ? 'Proxy-Authenticate' : field, build })),
  )
}
