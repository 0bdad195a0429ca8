/** What the JSON parsers of the frameworks refuse, told the same by all of them. */
import { expect } from 'chai'
import type { Framework } from './framework.js'
import { fetchProblem } from './problem-response.js'
import { startValidating } from './validating-app.js'

const SECRET = 'hunter2-secret'
const NO_OBJECT = 'The request body must be an object or a list.'
const MALFORMED = 'The request body is not valid JSON.'
const BOM = '\ufeff'

/** Bodies that are JSON, but no object and no list. */
const values = [
  'null',
  'true',
  '5',
  '-1.5e3',
  '""',
  `"${SECRET}"`,
  ` \t\r\n"${SECRET}" \n`,
  `"${'x'.repeat(900)}"`,
  `${BOM}null`,
  '"\\u005b"',
]

/** Bodies that are no JSON. */
const malformed = [
  'nul',
  'undefined',
  "'x'",
  '5 5',
  '"x',
  `"${SECRET}`,
  '01',
  'NaN',
  ' ',
  `{"a":"${SECRET}"`,
  '{}}',
  '[1,]',
  '{"__proto__":{}',
]

/** Bodies with a member that would become a prototype, and where it is. */
const prototypes: Readonly<Record<string, string>> = {
  '{"__proto__":{}}': '#/__proto__',
  [`{"a":[1,{"b":{"__proto__":"${SECRET}"}}]}`]: '#/a/1/b/__proto__',
  '[{"__proto__":null}]': '#/0/__proto__',
  '{"\\u005f_proto__":{"a":1}}': '#/__proto__',
  '{"a/b":{"__proto__":1}}': '#/a~1b/__proto__',
}

/** Runs the tests on one framework. */
export function jsonBodySuite(framework: Framework): void {
  describe('a JSON body', () => {
    const refused = async (body: string): ReturnType<typeof fetchProblem> => {
      const { url, close } = await startValidating(framework.name, { schemas: [{ body: {} }] })
      try {
        const answer = await fetchProblem(`${url}/books/1`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
        expect(JSON.stringify([answer.text, ...answer.headers])).not.to.contain(SECRET)
        return answer
      } finally {
        close()
      }
    }

    for (const body of values) {
      it(`is no malformed JSON where it is ${JSON.stringify(body.slice(0, 30))} [B13]`, async () => {
        const { status, document } = await refused(body)
        const errors = [{ in: 'body', pointer: '#', code: 'type', detail: NO_OBJECT }]
        expect([status, document.detail, document['errors']]).to.deep.equal([400, NO_OBJECT, errors])
      })
    }

    for (const body of malformed) {
      it(`is malformed where it is ${JSON.stringify(body.slice(0, 30))} [B13]`, async () => {
        const { status, document } = await refused(body)
        expect([status, document.detail]).to.deep.equal([400, MALFORMED])
        expect(document['errors']).to.have.nested.property('[0].code', 'json')
      })
    }

    for (const [body, pointer] of Object.entries(prototypes)) {
      it(`has a name that is not allowed where it is ${body.slice(0, 30)}`, async () => {
        const { status, document } = await refused(body)
        const errors = [{ in: 'body', pointer, code: 'name', detail: 'This name is not allowed.' }]
        expect([status, document['errors']]).to.deep.equal([422, errors])
      })
    }

    it('may have members that are called constructor and prototype', async () => {
      const { url, close } = await startValidating(framework.name, { schemas: [{ body: {} }] })
      try {
        const body = '{"constructor":{"prototype":{}}}'
        const response = await fetch(`${url}/books/1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
        expect([response.status, await response.json()]).to.have.deep.nested.property('[1].validated.body', JSON.parse(body))
      } finally {
        close()
      }
    })
  })
}
