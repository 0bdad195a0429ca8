/** The way to the database that the runner started. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const PASSWORD = 'pg-s3cret'

/** Gives the URL of the database; the rows change nothing in it, since all their statements fail. */
export function database() {
  const port = process.env.FOREIGN_POSTGRES_PORT
  return { url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres?sslmode=disable`, port, password: PASSWORD }
}

/** Tells whether a snippet needs the database. */
export function needsDatabase(snippet) {
  return /\b(?:pgUrl|pgc|prismaRun)\b/.test(snippet)
}

/** Runs one statement through pg. */
export async function pgc(h, sql) {
  const { url } = await h.pgUrl()
  h.plant(sql)
  const { Client } = require('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await h.thrown(() => client.query(sql))
  } finally {
    await client.end()
  }
}
