/** The client where no Node is: with the globals of a Worker, with fewer, and where every object has been given properties. */
import { expect } from 'chai'
import { makeRealm } from '../realms/realm.js'

const WEB = { URL, TextDecoder, setTimeout, clearTimeout, Response, Headers, ReadableStream, fetch }
const SOLD = `{ type: 'https://api.example.com/sold', title: 'Sold', status: 409, seat: '12A', instance: '/log/1' }`
const answer = (body: string): string =>
  `new Response(JSON.stringify(${body}), { status: 409, headers: { 'Content-Type': 'application/problem+json' } })`

/** Evaluates what a promise resolves with in a realm; text, as values of a realm are of its own classes. */
async function told(realm: ReturnType<typeof makeRealm>, expression: string): Promise<unknown> {
  return JSON.parse((await (realm.evaluate(`Promise.resolve(${expression}).then(JSON.stringify)`) as Promise<string>)) ?? 'null')
}

describe('The client in a Worker', () => {
  const realm = makeRealm(WEB)

  it('has no global of Node', () => {
    expect(realm.evaluate('[typeof process, typeof Buffer, typeof require, typeof global].join()')).to.equal(
      'undefined,undefined,undefined,undefined',
    )
  })

  it('gives an instance of the class that the server threw', async () => {
    const expression = `(async () => {
      const Sold = main.defineProblem('Sold', { type: 'https://api.example.com/sold', status: 409, title: 'Sold', members: { type: 'object', properties: { seat: { type: 'string' } } } })
      const problem = await client.fromResponse(${answer(SOLD)}, { types: [Sold] })
      return [problem instanceof Sold, problem instanceof main.Conflict, problem instanceof Error, problem.seat, problem.name]
    })()`
    expect(await told(realm, expression)).to.deep.equal([true, true, true, '12A', 'Sold'])
  })

  it('gives an instance of the class of the status', async () => {
    const expression = `client.fromResponse(${answer(SOLD)}).then((problem) => [problem instanceof main.Conflict, problem instanceof main.NotFound, problem.extensions.seat])`
    expect(await told(realm, expression)).to.deep.equal([true, false, '12A'])
  })

  it('rejects with the problem', async () => {
    const expression = `client.problemFetch(async () => ${answer(SOLD)})('/').catch((problem) => [problem instanceof main.Conflict, problem.type])`
    expect(await told(realm, expression)).to.deep.equal([true, 'https://api.example.com/sold'])
  })
})

describe('The client in a realm that has the language only', () => {
  const realm = makeRealm()
  const sold = `{ status: 409, url: 'https://api.example.com/a', headers: { 'content-type': 'application/problem+json' }, body: ${SOLD} }`

  it('reads what a client has parsed, and leaves references as they are', async () => {
    const expression = `client.fromResponse(${sold}).then((problem) => [problem instanceof main.Conflict, problem.instance, problem.extensions.seat])`
    expect(await told(realm, expression)).to.deep.equal([true, '/log/1', '12A'])
    expect(await told(realm, `client.fromResponse({ ...${sold}, body: JSON.stringify(${SOLD}) })`)).to.include({ seat: '12A' })
  })

  it('runs no script that a reference hides', async () => {
    const expression = `client.fromResponse({ ...${sold}, body: { title: 'A', type: 'javascript:alert(1)', instance: 'https://a:b@c.example/' } })`
    expect(await told(realm, expression)).to.deep.equal({ type: 'about:blank', title: 'A', status: 409 })
  })

  it('gives the error of the status where a stream cannot be read', async () => {
    const body = `{ getReader: () => ({ read: async () => ({ done: true }), cancel: async () => undefined }) }`
    expect(await told(realm, `client.fromResponse({ ...${sold}, body: ${body} })`)).to.include({ title: 'Conflict', status: 409 })
  })
})

describe('The client where every object has been given properties', () => {
  const pollute = `for (const name of ['status', 'statusCode', 'type', 'title', 'detail', 'instance', 'body', 'data', 'text', 'url', 'headers', 'types', 'maxBytes',
    'document', 'vendor', 'definition', 'aliases', 'signal', 'aborted', 'cause', 'content-type', 'get', 'set', 'getReader', 'destroy', 'forEach', 'seat'])
    Object.prototype[name] = 'polluted'`

  it('believes none of them', async () => {
    const realm = makeRealm(WEB)
    const expression = `(async () => {
      const Sold = main.defineProblem('Sold', { type: 'https://api.example.com/sold', status: 409, title: 'Sold' })
      ${pollute}
      const answer = { status: 409, headers: { 'content-type': 'application/problem+json' }, body: { title: 'Taken', own: 1 } }
      const problem = await client.fromResponse(answer, { types: [Sold] })
      return JSON.stringify([problem.title, problem.type, problem instanceof Sold, problem.toJSON(), Object.keys(problem.headers)])
    })()`
    expect(JSON.parse((await realm.evaluate(expression)) as string)).to.deep.equal([
      'Taken',
      'about:blank',
      false,
      { type: 'about:blank', title: 'Taken', status: 409, own: 1 },
      ['content-type'],
    ])
  })

  it('takes no response from them', async () => {
    const realm = makeRealm(WEB)
    const expression = `(async () => {
      ${pollute}
      Object.prototype.status = 404
      return client.fromResponse({}).then(() => 'taken', (error) => error.code)
    })()`
    expect(await realm.evaluate(expression)).to.equal('ERR_PROBLEM_ARGUMENT')
  })
})
