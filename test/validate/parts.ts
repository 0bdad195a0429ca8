/** Requests as the pure core of validate() sees them. */

import type { HttpProblem } from '../../lib/problem/problem.js'
import type { BodyState } from '../../lib/validate/body.js'
import type { RequestParts } from '../../lib/validate/part.js'
import type { PartName } from '../../lib/validate/place.js'
import { prepareValidation } from '../../lib/validate/prepare.js'
import type { RequestSchemas } from '../../lib/validate/schemas-type.js'
import type { SchemaCompiler } from '../../schemas/compile.js'

/** What a request holds; a body that is not given is missing, a form is a body. */
export type Given = { readonly [Name in PartName | 'form']?: unknown } & {
  readonly bodyIs?: 'missing' | 'unread' | 'unparsed'
}

/** Makes the parts of a request. */
export function partsOf(given: Given): RequestParts {
  const { bodyIs = 'missing' } = given
  const body: BodyState =
    'form' in given ? { is: 'form', value: given.form } : 'body' in given ? { is: 'parsed', value: given.body } : { is: bodyIs }
  return {
    body: () => body,
    query: () => given.query,
    params: () => given.params,
    headers: () => given.headers,
    cookies: () => given.cookies,
  }
}

/** Validates a request; gives the values, or the status and the errors. */
export async function outcomeOf(schemas: RequestSchemas, given: Given, ajv?: SchemaCompiler): Promise<unknown> {
  const verdict = await prepareValidation(schemas, ajv && { ajv })(partsOf(given))
  if (verdict.values !== undefined) return verdict.values
  return { status: verdict.problem.status, errors: verdict.problem.extensions['errors'] }
}

/** Validates a request that does not fit; gives the problem. */
export async function problemOf(schemas: RequestSchemas, given: Given): Promise<HttpProblem> {
  const verdict = await prepareValidation(schemas)(partsOf(given))
  if (verdict.values !== undefined) throw new Error('the request fits')
  return verdict.problem
}

/** Makes the keywords of a schema with a condition. */
export function conditional(
  test: object | boolean,
  met: object | boolean,
  unmet: object | boolean = {},
): Readonly<Record<string, unknown>> {
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema has a keyword of that name.
  return { if: test, then: met, else: unmet }
}
