/** Checks one part of a request with its schema. */
import { owns } from '../../schemas/json.js'
import type { JsonSchema } from '../define/definition.js'
import { isStandardSchema } from '../define/json-schema-of.js'
import { isPromise } from '../guard/call.js'
import { nameValue } from '../guard/name.js'
import { isPropertyBag, read } from '../guard/read.js'
import { misuse } from '../guard/refuse.js'
import type { BodyState } from './body.js'
import { copyInput, RefusedInput } from './copy.js'
import { type Compilers, jsonSchemaCheck } from './json-schema.js'
import { guarded, type Outcome, type ValueCheck } from './outcome.js'
import { type PartName, placeIn } from './place.js'
import type { StandardSchema } from './schemas-type.js'
import { standardCheck } from './standard-schema.js'

/** The parts of a request, each read when it is needed. */
export type RequestParts = { readonly [Name in Exclude<PartName, 'body'>]: () => unknown } & {
  readonly body: () => BodyState
}

/** Checks one part of a request. Never throws or rejects. */
export type PartCheck = (parts: RequestParts) => Outcome | Promise<Outcome>

/** Makes the check of a part; a schema that is none is a TypeError with the code ERR_PROBLEM_SCHEMA. */
export function partCheck(schema: unknown, part: PartName, compilers: Compilers): PartCheck {
  const check = schemaCheck(schema, part, compilers)
  const checkForm = formCheck(schema, check, compilers)
  // What reads a part is guarded too: a parser of the app may throw.
  return guarded((parts: RequestParts) => {
    if (part !== 'body') return checkCopy(parts[part]() ?? {}, part, check)
    const body = parts.body()
    if (owns(body, 'value')) return checkCopy(body.value, part, body.is === 'form' ? checkForm() : check)
    if (body.is !== 'missing') return { noBody: body.is }
    const outcome = check(undefined)
    return isPromise(outcome) ? outcome.then(withoutBody) : withoutBody(outcome)
  })
}

function schemaCheck(schema: unknown, part: PartName, compilers: Compilers): ValueCheck {
  if (isStandardSchema(schema)) {
    if (typeof read(read(schema, '~standard'), 'validate') === 'function') return standardCheck(schema as StandardSchema, part)
  } else if (isPropertyBag(schema)) return jsonSchemaCheck(schema as JsonSchema, part, compilers)
  const expected = 'a JSON Schema or a Standard Schema'
  throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place: `validate.${part}`, expected, got: nameValue(schema) })
}

// Compiled when the first form comes: most bodies are never one.
function formCheck(schema: unknown, check: ValueCheck, compilers: Compilers): () => ValueCheck {
  if (isStandardSchema(schema)) return () => check
  let compiled: ValueCheck | undefined
  return () => {
    compiled ??= jsonSchemaCheck(schema as JsonSchema, 'body', compilers, true)
    return compiled
  }
}

function checkCopy(value: unknown, part: PartName, check: ValueCheck): Outcome | Promise<Outcome> {
  try {
    return check(copyInput(value))
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error
    return { faults: [{ ...placeIn(part, error.path), code: error.code, detail: error.detail }] }
  }
}

function withoutBody(outcome: Outcome): Outcome {
  return owns(outcome, 'faults') ? { noBody: 'missing' } : outcome
}
