/** `npm start`: opens the shop, prints where it is and what to try. */
import { explainFailure, readAddress } from './address.js'
import { type Bookshop, openBookshop } from './bookshop.js'
import { curlLine } from './curl.js'
import { demonstrations } from './demonstrations.js'

const address = readAddress(process.env)
if (typeof address === 'string') fail(address)
else {
  try {
    const shop = await openBookshop(address)
    greet(shop)
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void shop.close())
  } catch (error) {
    fail(explainFailure(error, address))
  }
}

function greet({ origins }: Bookshop): void {
  const lines = demonstrations.map((demonstration) => {
    const { status, label } = demonstration
    return `# ${status} ${label}\n${curlLine(origins.express, demonstration)}\n`
  })
  console.log(`The bookshop is open.

  Express 5   ${origins.express}
  Koa 3       ${origins.koa}
  Metrics     ${origins.express}/metrics
  A client    ${origins.express}/customer
  OpenAPI     ${origins.express}/openapi.json, to read: ${origins.express}/viewer

Open one of them in a browser, or paste a line into a shell. Both give the same answers.
Watch this console: each problem is a line here, a 500 with its stack, of which the client sees nothing.
Ctrl+C closes the shop.

${lines.join('\n')}`)
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
