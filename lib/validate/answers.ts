/** Says which problems `validate()` answers with, before any request comes: for the documents of an API. */
import { read } from '../guard/read.js'
import { BadRequest, UnprocessableContent, UnsupportedMediaType } from '../problem/classes.js'
import { validationCodes } from './fault-codes.js'
import { MOST_FAULTS } from './faults.js'
import { partWords } from './place.js'
import type { RequestSchemas } from './schemas-type.js'

const CLASSES = { 400: BadRequest, 415: UnsupportedMediaType, 422: UnprocessableContent } as const

/** A problem that `validate()` answers with: its class, and the JSON Schema (2020-12) of the members that it adds. */
export interface ValidationAnswer {
  readonly class: (typeof CLASSES)[keyof typeof CLASSES]
  readonly members: object
}

/**
 * Gives the problems of a `validate()` with these schemas. A body may also be missing, which is a 400, or of a media type that no parser reads. What is heavier,
 * such as a body that is too large, is answered by its parser.
 */
export function validationAnswers(schemas: RequestSchemas): readonly ValidationAnswer[] {
  const statuses = read(schemas, 'body') === undefined ? ([400] as const) : ([400, 415, 422] as const)
  return statuses.map((status) => ({ class: CLASSES[status], members: errorsSchema }))
}

/**
 * The JSON Schema of the member `errors`. The member is not required: an app may throw a problem of the same class without it. One schema for all
 * parts and statuses, so that a document has it once.
 */
const errorsSchema = {
  type: 'object',
  properties: {
    errors: {
      type: 'array',
      description: 'What is wrong, fault by fault.',
      maxItems: MOST_FAULTS,
      items: {
        type: 'object',
        properties: {
          in: { type: 'string', description: 'The part of the request.', enum: partWords },
          pointer: { type: 'string', description: 'Where in the body: a JSON Pointer in fragment form.' },
          parameter: { type: 'string', description: 'The name of the parameter or cookie.' },
          header: { type: 'string', description: 'The name of the header field.' },
          code: { type: 'string', description: 'The kind of the fault.', enum: Object.keys(validationCodes) },
          detail: { type: 'string', description: 'What is expected.' },
        },
        required: ['in', 'code', 'detail'],
      },
    },
  },
} as const
