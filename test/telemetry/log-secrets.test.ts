/** No secret of an error, of a request or of a document is in a line: whichever library made the error, and wherever it keeps what it knows. */
import { expect } from 'chai'
import { logServerErrors } from '../../lib/handler/log.js'
import { HttpProblem, Unauthorized } from '../../lib/index.js'
import { shapes as elderShapes, MARK, type Shape, secret } from '../foreign/library-shapes.js'
import { newerShapes } from '../foreign/newer-shapes.js'
import { build, carriers, PLACES, placings, wrappings } from '../foreign/planting.js'
import { eventFor, textOf } from './logged.js'

const shapes: readonly Shape[] = [...elderShapes, ...newerShapes]

// A log says the name, the message and the code of an error, and of what it lists as errors or as its cause: the guide tells so.
const SAID = new Set(['message', 'name', 'code', 'cause', 'outer', 'other', 'aggregate', 'status', 'statusCode'].map(secret))
const FIELDS = ['authorization', 'cookie', 'set-cookie', 'x-api-key', 'www-authenticate', 'retry-after', 'server']

function secretsIn(text: string): string[] {
  const decoded = (text.match(/[\w+/]{8,}={0,2}/g) ?? []).map((part) => Buffer.from(part, 'base64').toString('latin1'))
  return [...new Set([text, ...decoded].join('\n').match(new RegExp(`${MARK}-[\\w$.-]+`, 'gi')))]
}

/** Gives what the default log prints. */
function printed(thrown: unknown): string {
  const lines: unknown[] = []
  const { error } = console
  console.error = (...args: unknown[]) => void lines.push(...args)
  try {
    logServerErrors(eventFor(thrown))
  } finally {
    console.error = error
  }
  return lines.join('\n')
}

describe('A secret in an error', () => {
  it('is in no line, in whichever of the places of whichever library it is', () => {
    expect(PLACES.length).to.be.greaterThan(60)
    expect(shapes.length).to.be.greaterThan(20)
    for (const [index, shape] of shapes.entries()) {
      for (const carrier of carriers.keys()) {
        for (const placing of placings.keys()) {
          const error = build(shape, { places: PLACES.map((key) => ({ key, carrier, placing })), fields: FIELDS })
          const thrown = wrappings[(index + carrier + placing) % wrappings.length]?.(error)
          // What a document says was sent, and has tests of its own.
          const { problem: _, ...line } = JSON.parse(textOf(thrown)) as Record<string, unknown>
          const found = [...secretsIn(JSON.stringify(line)), ...secretsIn(printed(thrown))].filter((one) => !SAID.has(one))
          expect(found, `${shape.library}, ${carrier}, ${placing}`).to.deep.equal([])
        }
      }
    }
  }).timeout(120_000)

  const z = 'Zq7x-secret'
  const texts: readonly string[] = [
    `connect postgres://app:${z}@db-17:5432/app`,
    `mongodb+srv://app:${z}@c.mongodb.net/?retryWrites=true`,
    `redis://:${z}@h:6379`,
    `amqp://u:${z}@h`,
    `GET https://api.example/x?api_key=${z} failed`,
    `GET /orders?token=${z} failed`,
    `Authorization: Bearer ${z}`,
    `{"headers":{"authorization":"Basic ${z}","cookie":"sid=${z}"}}`,
    `Cookie: sid=${z}; other=${z}`,
    `Invalid token Bearer ${z}`,
    `password=${z}`,
    `insert into "users" ("password") values ('${z}') - failed`,
  ]
  for (const text of texts) {
    it(`is in no message, cause, member, path or document: ${text}`, () => {
      for (const thrown of [
        new Error(text),
        new Error('outer', { cause: new Error('inner', { cause: new Error(text) }) }),
        new AggregateError([new Error(text)], text),
        text,
        { message: text },
        new HttpProblem(500, text, { detail: text, extensions: { said: [text, { text }] } }),
        new Unauthorized('x', { extensions: { password: z, nested: { apiKey: z, list: [{ clientSecret: z }] } } }),
      ]) {
        const given = { facts: { url: `/x/${encodeURI('a')}?token=${z}` } }
        expect(textOf(thrown, given)).not.to.contain(z)
        expect(printed(thrown)).not.to.contain(z)
      }
      expect(textOf(new Error('x'), { facts: { url: `http://user:${z}@shop.example/orders` } })).not.to.contain(z)
    })
  }
})
