import { expect } from 'chai'
import { type Bookshop, openBookshop } from '../../examples/bookshop/bookshop.js'
import { demonstrations, type Framework, showsProblem } from '../../examples/bookshop/demonstrations.js'
import { renderPage } from '../../examples/bookshop/page/page.js'
import { type ProblemRecorder, recordProblems } from '../../lib/testing/index.js'
import { schemaFindings } from '../../schemas/validate.js'
import { type Answer, ask, send } from './requests.js'

const frameworks: readonly Framework[] = ['express', 'koa']
const secrets = [
  'hunter2',
  'reports.internal',
  'supplier_contract',
  'purchase_price',
  'stock_not_negative',
  'node_modules',
  '    at ',
]

describe('the bookshop example', () => {
  let shop: Bookshop
  let recorders: readonly ProblemRecorder[]
  const log: string[] = []
  const { error, info } = console

  before(async () => {
    console.error = (...parts: unknown[]) => log.push(parts.join(' '))
    console.info = console.error
    shop = await openBookshop({ host: '127.0.0.1', ports: { express: 0, koa: 0 } }, ({ express, koa }) => {
      recorders = [recordProblems(express, { name: 'bookshop on Express' }), recordProblems(koa, { name: 'bookshop on Koa' })]
    })
  })

  after(async () => {
    Object.assign(console, { error, info })
    await shop.close()
    // What the routes declare is what these tests have seen, no more and no less.
    for (const recorder of recorders) {
      recorder.assert({ undeclared: 'error', broken: 'error', neverSeen: 'error' })
      recorder.stop()
    }
  })

  for (const demonstration of demonstrations) {
    const { label, status, method, path } = demonstration

    describe(`${method} ${path} (${label})`, () => {
      const answers = {} as Record<Framework, Answer>

      before(async () => {
        for (const framework of frameworks) answers[framework] = await send(shop.origins[framework], demonstration)
      })

      for (const framework of frameworks) {
        it(`is answered with ${status} by ${framework}`, () => {
          expect(answers[framework].status).to.equal(status)
        })

        it(`leaks nothing on ${framework}`, () => {
          const { text, fields } = answers[framework]
          const sent = JSON.stringify([text, [...fields]])
          expect(secrets.filter((secret) => sent.includes(secret))).to.deep.equal([])
        })
      }

      if (!showsProblem(demonstration)) return

      it('is a valid problem with the status of the answer', () => {
        for (const { fields, text } of Object.values(answers)) {
          expect(fields.get('content-type')).to.equal('application/problem+json')
          expect(schemaFindings(JSON.parse(text))).to.deep.equal([])
          expect(JSON.parse(text)).to.include({ status })
        }
      })

      it('has the same body on Express and on Koa', () => {
        expect(answers.koa.text).to.equal(answers.express.text)
      })
    })
  }

  for (const framework of frameworks) {
    it(`lists every fault of an order on ${framework}`, async () => {
      const { text } = await ask(`${shop.origins[framework]}/orders`, 'POST', '[]')
      const { errors } = JSON.parse(text) as { errors: { pointer: string }[] }
      expect(errors.map(({ pointer }) => pointer)).to.deep.equal(['#/customer', '#/isbn', '#/quantity'])
    })

    it(`names a customer and a book that the shop does not know on ${framework}`, async () => {
      const orders = [
        { customer: 'zoe', isbn: '9780141439518', unknown: '#/customer', detail: 'The shop does not know this customer.' },
        { customer: 'ada', isbn: '9780000000000', unknown: '#/isbn', detail: 'The shop does not have this book.' },
      ]
      for (const { unknown, detail, ...book } of orders) {
        const order = { ...book, quantity: 1 }
        const { status, text } = await ask(`${shop.origins[framework]}/orders`, 'POST', JSON.stringify(order))
        expect(status).to.equal(422)
        expect((JSON.parse(text) as { errors: object[] }).errors).to.deep.equal([{ detail, pointer: unknown }])
      }
    })

    it(`takes the money for an order once on ${framework}`, async () => {
      const origin = shop.origins[framework]
      const order = JSON.stringify({ customer: 'ada', isbn: '9780142437247', quantity: 2 })
      const path = (await ask(`${origin}/orders`, 'POST', order)).fields.get('location') ?? ''
      const both = await Promise.all([ask(`${origin}${path}/payment`, 'POST'), ask(`${origin}${path}/payment`, 'POST')])
      expect(both.map(({ status }) => status)).to.have.members([201, 409])
      expect(JSON.parse((await ask(`${origin}${path}`, 'GET')).text)).to.include({ price: 28, paid: true })
    })

    it(`says with the words of RFC 9457 that there is not enough money on ${framework}`, async () => {
      const origin = shop.origins[framework]
      const { status, text } = await ask(`${origin}/orders/1/payment`, 'POST')
      const { accounts, ...document } = JSON.parse(text) as { accounts: [string] }
      expect(status).to.equal(403)
      expect(document).to.deep.equal({
        type: 'https://example.com/probs/out-of-credit',
        title: 'You do not have enough credit.',
        status: 403,
        detail: 'Your current balance is 30, but that costs 50.',
        balance: 30,
        price: 50,
      })
      const account = await ask(origin + accounts[0], 'GET')
      expect(JSON.parse(account.text)).to.deep.equal({ customer: 'bob', balance: 30 })
    })

    it(`answers hostile text with a 4xx on ${framework}`, async () => {
      const paths = [
        '/books/%00',
        '/books/%ff',
        '/orders/1e9',
        '/orders/99999999999',
        '/accounts/%00',
        '/accounts/nobody',
        '/viewer/package.json',
        '/search?q=%00',
        '/search?q=a&q=b',
        '/search',
      ]
      for (const path of paths) {
        const { status, fields } = await ask(shop.origins[framework] + path, 'GET')
        expect(status, path).to.be.within(400, 499)
        expect(fields.get('content-type'), path).to.equal('application/problem+json')
      }
    })

    it(`takes no money for an order that there is not on ${framework}`, async () => {
      expect((await ask(`${shop.origins[framework]}/orders/999/payment`, 'POST')).status).to.equal(404)
    })

    it(`shows its document to people on ${framework}`, async () => {
      for (const path of ['/viewer', '/viewer/start.js', '/viewer/swagger-ui.css']) {
        const { status, text } = await ask(shop.origins[framework] + path, 'GET')
        expect(status, path).to.equal(200)
        expect(text, path).to.not.equal('')
      }
    })

    it(`names what the wrong method could be replaced with on ${framework}`, async () => {
      const { fields } = await ask(`${shop.origins[framework]}/books`, 'DELETE')
      expect(fields.get('allow')).to.include('GET')
    })

    it(`says on ${framework} when to come back after too many requests`, async () => {
      const search = (): Promise<Answer> => ask(`${shop.origins[framework]}/search?q=moby`, 'GET')
      const last = (await Promise.all([search(), search(), search(), search()])).find(({ status }) => status === 429)
      expect(last?.fields.get('retry-after')).to.match(/^([1-9]|10)$/)
      expect(last?.fields.get('ratelimit')).to.match(/^"search";r=0;t=([1-9]|10)$/)
      expect(last?.fields.get('ratelimit-policy')).to.equal('"search";q=3;w=10')
    })

    it(`logs on ${framework} the bug that the client does not see`, async () => {
      log.length = 0
      await ask(`${shop.origins[framework]}/reports/sales`, 'GET')
      expect(log.join('\n')).to.include('hunter2').and.include('Shop.salesReport')
    })

    it(`puts the trace of the caller into the answer on ${framework}, and into the line of the log`, async () => {
      log.length = 0
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
      const response = await fetch(`${shop.origins[framework]}/books/1`, { headers: { traceparent } })
      expect(await response.json()).to.include({ status: 404, traceId: '0af7651916cd43dd8448eb211c80319c' })
      expect(log).to.have.lengthOf(1)
      expect(JSON.parse(log[0] ?? '')).to.include({ status: 404, traceId: '0af7651916cd43dd8448eb211c80319c' })
    })

    it(`counts problems and requests on ${framework}`, async () => {
      const { text } = await ask(`${shop.origins[framework]}/metrics`, 'GET')
      expect(text).to.match(/^http_problems_total\{type="about:blank",status="404",route="\/books\/:isbn",method="GET"\} [1-9]/m)
      expect(text).to.match(
        /^http_server_request_duration_seconds_count\{http_request_method="GET",http_route="\/books\/:isbn",http_response_status_code="404"\} [1-9]/m,
      )
    })

    it(`serves the page on ${framework}`, async () => {
      const { status, text, fields } = await ask(`${shop.origins[framework]}/`, 'GET')
      expect(status).to.equal(200)
      expect(fields.get('content-type')).to.equal('text/html; charset=utf-8')
      expect(text).to.equal(renderPage(framework, shop.origins))
    })
  }
})
