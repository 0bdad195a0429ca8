/** The problem types of the Idempotency-Key draft (draft-ietf-httpapi-idempotency-key-header 2.7), which leaves their URI to each API. */
import { type DeclaredProblemClass, defineProblem } from '../define.js'
import type { NoMembers } from '../members-type.js'

/** The three problem types of an API that takes the field Idempotency-Key. */
export interface IdempotencyTypes<Page extends string> {
  /** Answers 400: the operation needs the field Idempotency-Key. */
  readonly IdempotencyKeyMissing: DeclaredProblemClass<'IdempotencyKeyMissing', `${Page}#missing`, 400, NoMembers>
  /** Answers 409: the first request with this key is not finished. */
  readonly IdempotencyKeyOutstanding: DeclaredProblemClass<'IdempotencyKeyOutstanding', `${Page}#outstanding`, 409, NoMembers>
  /** Answers 422: another request had the same key. */
  readonly IdempotencyKeyReused: DeclaredProblemClass<'IdempotencyKeyReused', `${Page}#reused`, 422, NoMembers>
}

/**
 * Declares the three problem types of the Idempotency-Key draft for an API.
 *
 * The draft leads the client to the documentation of the API, so the address of that page is yours; each type is a fragment of it.
 *
 * @throws TypeError with the code `ERR_PROBLEM_TYPE` where the address is no URI reference or has a fragment
 * @example
 * const { IdempotencyKeyMissing } = idempotencyTypes('https://api.example.com/docs/idempotency')
 * console.log(IdempotencyKeyMissing.type) // https://api.example.com/docs/idempotency#missing
 */
export function idempotencyTypes<const Page extends string>(page: Page): IdempotencyTypes<Page> {
  return {
    IdempotencyKeyMissing: missing(`${page}#missing`),
    IdempotencyKeyOutstanding: outstanding(`${page}#outstanding`),
    IdempotencyKeyReused: reused(`${page}#reused`),
  }
}

// The draft shows one URI for the three types. It belongs to nobody.
const EXAMPLE = 'https://developer.example.com/idempotency'

/** Declares the three types with the URI that the draft shows. */
export const idempotencyExamples = {
  /** Answers 400: the operation needs the field Idempotency-Key. Has the example URI of the draft; `idempotencyTypes` takes yours. */
  IdempotencyKeyMissing: () => missing(EXAMPLE),

  /** Answers 409: the first request with this key is not finished. Has the example URI of the draft; `idempotencyTypes` takes yours. */
  IdempotencyKeyOutstanding: () => outstanding(EXAMPLE),

  /** Answers 422: another request had the same key. Has the example URI of the draft; `idempotencyTypes` takes yours. */
  IdempotencyKeyReused: () => reused(EXAMPLE),
}

const missing = <const Type extends string>(type: Type) =>
  defineProblem('IdempotencyKeyMissing', {
    type,
    status: 400,
    title: 'Idempotency-Key is missing',
    detail: 'This operation is idempotent and it requires correct usage of Idempotency Key.',
    description: 'The operation needs the field Idempotency-Key. Send the request with a key of its own.',
    retry: { when: 'after-change' },
  })

const outstanding = <const Type extends string>(type: Type) =>
  defineProblem('IdempotencyKeyOutstanding', {
    type,
    status: 409,
    title: 'A request is outstanding for this Idempotency-Key',
    detail: 'A request with the same Idempotency-Key for the same operation is being processed or is outstanding.',
    description: 'The first request with this key is not finished. Wait, then send the same request again.',
    retry: { when: 'always' },
  })

const reused = <const Type extends string>(type: Type) =>
  defineProblem('IdempotencyKeyReused', {
    type,
    status: 422,
    title: 'Idempotency-Key is already used',
    detail:
      'This operation is idempotent and it requires correct usage of Idempotency Key. ' +
      'Idempotency Key MUST not be reused across different payloads of this operation.',
    description: 'Another request had the same key. Send this one with a key of its own.',
    retry: { when: 'after-change' },
  })
