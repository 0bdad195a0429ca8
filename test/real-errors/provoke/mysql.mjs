/** A server that speaks MySQL's protocol and refuses every statement. */
import { once } from 'node:events'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Runs one statement that the server refuses with a code and a message. */
export async function mysqlRun(h, code, message) {
  const mysql = require('mysql2')
  const server = mysql.createServer()
  let id = 0
  server.on('connection', (connection) => {
    connection.on('error', () => {})
    connection.serverHandshake({
      protocolVersion: 4,
      serverVersion: '8.0.0',
      connectionId: ++id,
      statusFlags: 2,
      characterSet: 8,
      capabilityFlags: 0xffffff,
      authCallback: (_params, done) => done(null),
    })
    connection.on('query', () => connection.writeError({ code, message }))
  })
  server.listen(0, '127.0.0.1')
  await once(server._server, 'listening')
  const { port } = server._server.address()
  h.plant(port, message)
  const client = await require('mysql2/promise').createConnection({ host: '127.0.0.1', port, user: 'u', password: 'my-s3cret' })
  client.on('error', () => {})
  try {
    return await h.thrown(() => client.query("insert into user (email) values ('a@example.com')"))
  } finally {
    client.destroy()
    server.close(() => {})
  }
}
