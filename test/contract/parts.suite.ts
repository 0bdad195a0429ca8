/** What is told of one schema over several parts of a request, whose error the app throws; over real HTTP. */
import { type } from 'arktype'
import { expect } from 'chai'
import * as v from 'valibot'
import * as z from 'zod'
import * as z3 from 'zod/v3'
import type { Framework } from './framework.js'
import { fetchProblem } from './problem-response.js'
import { startValidating, type ValidatingApp } from './validating-app.js'

type Parts = Parameters<NonNullable<ValidatingApp['handle']>>[0]

const zodParts = z.object({
  body: z.object({ email: z.email(), role: z.enum(['reader', 'author']) }),
  query: z.object({ copies: z.coerce.number().min(1).optional() }),
  params: z.object({ id: z.coerce.number() }),
  headers: z.looseObject({ 'x-account': z.string().optional() }),
})

const body = { email: 'a@example.com', role: 'author' }
const wrong = { email: 'hunter2-secret' }

/** What the route checks, the request, and what is told of it. */
const rows: readonly (readonly [
  name: string,
  check: (parts: Parts) => unknown,
  path: string,
  body: object,
  status: number,
  ...errors: string[],
])[] = [
  ['the body', (parts) => zodParts.parse(parts), '/1', wrong, 422, 'body #/email format', 'body #/role required'],
  ['a parameter of the path', (parts) => zodParts.parse(parts), '/x', body, 400, 'path id type'],
  ['the query', (parts) => zodParts.parse(parts), '/1?copies=0', body, 400, 'query copies minimum'],
  [
    'several parts',
    (parts) => zodParts.parse(parts),
    '/x',
    { ...wrong, role: 'author' },
    400,
    'body #/email format',
    'path id type',
  ],
  [
    'a field',
    (parts) => z.object({ headers: z.object({ 'x-missing': z.string() }) }).parse(parts),
    '/1',
    body,
    400,
    'header x-missing required',
  ],
  [
    'zod 3',
    (parts) =>
      z3.object({ body: z3.object({ email: z3.string().email() }), params: z3.object({ id: z3.coerce.number() }) }).parse(parts),
    '/x',
    wrong,
    400,
    'body #/email format',
    'path id type',
  ],
  [
    'valibot',
    (parts) =>
      v.parse(
        v.object({ body: v.object({ email: v.pipe(v.string(), v.email()) }), params: v.object({ id: v.literal('1') }) }),
        parts,
      ),
    '/x',
    wrong,
    400,
    'body #/email format',
    'path id const',
  ],
  ['arktype', (parts) => type({ params: { id: 'string.integer' } }).assert(parts), '/x', body, 400, 'path id format'],
  [
    'a body with a member of the name of a part',
    (parts) => z.object({ query: z.object({ text: z.string() }) }).parse(parts.body),
    '/1',
    { query: {} },
    422,
    ' #/query/text required',
  ],
  [
    'a body that lacks such a member',
    (parts) => z.object({ body: z.string() }).parse(parts.body),
    '/1',
    { title: 'a' },
    422,
    ' #/body required',
  ],
  [
    'a body with other members too',
    (parts) => z.object({ params: z.object({ x: z.number() }), method: z.string() }).parse(parts.body),
    '/1',
    { params: { x: 'a' }, method: 7 },
    422,
    ' #/params/x type',
    ' #/method type',
  ],
  [
    'a body of a request, of which the query is checked with it',
    ({ body: given, query }) =>
      z.object({ body: z.object({ query: z.string() }), query: z.object({ q: z.string() }) }).parse({ body: given, query }),
    '/1',
    { query: 7 },
    400,
    'body #/query type',
    'query q required',
  ],
]

export function partsSuite(framework: Framework): void {
  describe('an error of one schema over the parts of a request', () => {
    for (const [name, check, path, sent, status, ...errors] of rows) {
      it(`tells where the faults are: ${name}`, async () => {
        const app = await startValidating(framework.name, { schemas: [], handle: (parts) => void check(parts) })
        try {
          const request = {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(sent),
          }
          const { document, text, status: got } = await fetchProblem(`${app.url}/books${path}`, request)
          const told = document['errors'] as readonly Readonly<Record<string, string>>[]
          expect(got).to.equal(status)
          expect(
            told.map(
              (fault) => `${fault['in'] ?? ''} ${fault['pointer'] ?? fault['parameter'] ?? fault['header']} ${fault['code']}`,
            ),
          ).to.have.members(errors)
          expect(text).not.to.contain('secret')
        } finally {
          app.close()
        }
      })
    }
  })
}
