/** PostgreSQL in WebAssembly behind a loopback socket: a process of its own, since it takes seconds to start; tells its port to the parent. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

const schema = `
  create table "User" (id serial primary key, email text not null constraint "User_email_key" unique, age int check (age >= 0));
  create table "Post" (id serial primary key, title varchar(5), "userId" int not null references "User" (id));
  insert into "User" (email) values ('a@example.com');
`

const db = await PGlite.create()
await db.exec(schema)
const port = await freePort()
await new PGLiteSocketServer({ db, port, host: '127.0.0.1', maxConnections: 20 }).start()
process.send({ port })
process.on('disconnect', () => process.exit())

// The socket server does not tell which port it got.
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
