/** Runs the clients of the guides that need no library; the others are run with these, by test/client/libraries. */
import { join } from 'node:path'
import { expect } from 'chai'
import { type Bookshop, openBookshop } from '../../examples/bookshop/bookshop.js'
import { clientsOn, runClientOfShop } from './clients-of-shop.js'
import { exampleFolder, promisedOutput } from './example-module.js'
import { listFiles, readSource } from './root.js'

const clients = (await listFiles('docs/guides', '.md')).flatMap((file) =>
  clientsOn(readSource(file), false).map((fence) => ({ file, fence })),
)

describe('a client of the bookshop', () => {
  let shop: Bookshop
  const { error, info } = console

  before(async () => {
    console.error = () => undefined
    console.info = () => undefined
    shop = await openBookshop({ host: '127.0.0.1', ports: { express: 0, koa: 0 } })
  })

  after(async () => {
    Object.assign(console, { error, info })
    await shop.close()
  })

  it('stands in a guide', () => {
    expect(clients).not.to.be.empty
  })

  for (const { file, fence } of clients) {
    for (const framework of ['express', 'koa'] as const) {
      it(`does on ${framework} what ${file} shows below line ${fence.line}`, async () => {
        expect(promisedOutput(fence.text), 'nothing is shown that could be compared').not.to.be.empty
        const name = `${file}-${fence.line}-${framework}`
        await runClientOfShop(name, fence, shop.origins[framework], join(exampleFolder, 'shop'))
      })
    }
  }
})
