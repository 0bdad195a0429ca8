/** A server of problem pages, as a handler sends them: what the browser run looks at. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { defineProblem } from '../../lib/define/define.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { NotFound } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { html } from '../../lib/respond/representations/html/html.js'
import type { Encoded, RepresentationContext } from '../../lib/respond/representations/representation.js'

/** Markup that runs something, for every place where a text of others may stand. */
export const MARKUP = `</script></title></style><script>document.title='run'</script><img src=x onerror="document.title='run'">'"<!--`

class PaymentDeclined extends defineProblem('PaymentDeclined', {
  type: 'https://shop.example/problems/payment-declined',
  status: 402,
  title: 'The payment was declined',
  members: {
    type: 'object',
    properties: {
      balance: { type: 'integer' },
      accounts: { type: 'array' },
      errors: { type: 'array' },
      requestId: { type: 'string' },
    },
  },
  retry: { when: 'after-change' },
}) {}

class StockService {
  reserve(book: string): never {
    throw new TypeError(`Cannot read the stock of ${book}`, { cause: new Error('connect ECONNREFUSED 127.0.0.1:5432') })
  }
}

function failed(book: string): unknown {
  try {
    return new StockService().reserve(book)
  } catch (error) {
    return error
  }
}

interface Shown {
  readonly problem: HttpProblem
  readonly context?: Partial<RepresentationContext>
}

const pages: Readonly<Record<string, () => Shown>> = {
  '/declined': () => ({
    problem: new PaymentDeclined(
      {
        balance: 30,
        accounts: ['/account/12345', '/account/67890'],
        errors: [
          { detail: 'The card has expired.', pointer: '#/card/expires', code: 'range' },
          { detail: 'The postcode is missing.', pointer: '#/address/postcode', code: 'required' },
        ],
        requestId: '01JZ8M6T9V3K',
      },
      {
        detail: 'Your bank declined the card that ends in 4242. Nothing was charged.',
      },
    ),
  }),
  '/plain': () => ({ problem: new NotFound() }),
  '/markup': () => ({
    problem: createProblem(400, {
      type: 'https://shop.example/problems/"><script>run()</script>',
      title: MARKUP,
      detail: MARKUP,
      extensions: {
        [MARKUP]: MARKUP,
        list: [MARKUP, { [MARKUP]: MARKUP }, { detail: MARKUP, pointer: MARKUP }],
        requestId: MARKUP,
      },
    }),
  }),
  '/long': () => ({
    problem: createProblem(413, {
      detail: 'w'.repeat(300),
      extensions: { ['n'.repeat(90)]: 'v'.repeat(500), requestId: 'r'.repeat(190) },
    }),
  }),
  '/german': () => ({
    problem: createProblem(404, {
      type: 'urn:buch',
      title: 'Das Buch gibt es nicht',
      detail: 'Unter dieser Nummer ist kein Buch verzeichnet.',
    }),
    context: { language: 'de' },
  }),
  '/developer': () => ({ problem: toProblem(failed('Moby Dick')), context: { debug: true } }),
  '/developer-markup': () => ({
    problem: createProblem(500, MARKUP, {
      cause: Object.assign(new Error(MARKUP), { hint: MARKUP, name: MARKUP, stack: MARKUP }),
    }),
    context: { debug: true },
  }),
}

/** Opens the server; `origin` is where it listens. */
export async function openPages(): Promise<{
  readonly origin: string
  readonly paths: readonly string[]
  readonly server: Server
}> {
  const server = createServer((req, res) => {
    const page = pages[req.url?.split('?')[0] ?? '']
    if (page === undefined) {
      res.writeHead(204).end()
      return
    }
    const { problem, context } = page()
    const facts = { method: req.method ?? 'GET', url: req.url ?? '/', httpVersionMajor: 1, headers: req.headers, request: req }
    const encoded = html.encode(problem.toJSON(), { problem, facts, language: 'en', debug: false, ...context })
    void Promise.resolve(encoded).then((done: Encoded) => {
      const { body, headers } = typeof done === 'string' || done instanceof Uint8Array ? { body: done, headers: {} } : done
      res.writeHead(problem.status, { 'Content-Type': html.mediaType, ...html.headers, ...headers }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths: Object.keys(pages), server }
}
