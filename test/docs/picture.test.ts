/** The picture of the README shows what is really answered. */
import { createServer } from 'node:http'
import { PGlite } from '@electric-sql/pglite'
import { expect } from 'chai'
import express, { type Express } from 'express'
import { problemHandler } from '../../middleware/express/index.js'
import { close, exchange, listening } from './exchange.js'
import { type Shown, withHandler, withoutHandler } from './pages/picture.js'

const INSERT = "insert into users values ('ann@example.com')"

describe('the picture of an answer', () => {
  let db: PGlite

  before(async () => {
    db = await PGlite.create()
    await db.exec(`create table users (email text constraint users_email_key unique); ${INSERT}`)
  })

  after(() => db.close())

  it('shows what Express answers by itself', async () => {
    const app = shop()
    app.set('env', 'development')
    // Express decides first what it shows of an error, and then whether it prints it too.
    app.use((error: unknown, _req: unknown, _res: unknown, next: (error: unknown) => void) => {
      app.set('env', 'test')
      next(error)
    })
    const { head, body } = await answerOf(app)
    expect(head).to.include.members(headOf(withoutHandler))
    const [text, frame] = (body.split('<pre>')[1] ?? '').split('<br>')
    expect(contentOf(withoutHandler).join(' '))
      .to.match(/^<pre>/)
      .and.to.include(`${text}<br>`)
    // Which frames there are differs from machine to machine.
    expect(frame).to.match(/at .*node_modules/)
  })

  it('shows what the handler answers', async () => {
    const { head, body } = await answerOf(shop().use(problemHandler({ logger: false })))
    expect(head).to.include.members(headOf(withHandler))
    expect(JSON.parse(body)).to.deep.equal(JSON.parse(contentOf(withHandler).join('')))
  })

  function shop(): Express {
    return express().post('/users', async () => {
      await db.query(INSERT)
    })
  }
})

async function answerOf(app: Express): Promise<{ head: readonly string[]; body: string }> {
  const server = createServer(app).listen(0, '127.0.0.1')
  await listening(server)
  try {
    const { head, body } = await exchange(server, { method: 'POST', path: '/users', headers: {}, body: '' })
    return { head: head.split('\n'), body }
  } finally {
    await close(server)
  }
}

function headOf({ lines }: Shown): string[] {
  return lines.slice(0, lines.indexOf(''))
}

function contentOf({ lines }: Shown): readonly string[] {
  return lines.slice(lines.indexOf('') + 1)
}
