/** The names that snippets expect to find. */
import { createRequire } from 'node:module'
import zlib from 'node:zlib'
import express from 'express'
import { grpcRun } from './grpc.mjs'
import { mysqlRun } from './mysql.mjs'
import { pgc } from './postgres.mjs'
import { prismaRun } from './prisma.mjs'

const require = createRequire(import.meta.url)

/** A listener of an upstream server that always gives the same answer. */
function resp(status, headers, body) {
  return Object.assign((_req, res) => res.writeHead(status, headers).end(body), { planted: [...Object.values(headers), body] })
}

/** The listener of an upstream that refuses this server. */
const refusal = resp(401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer realm="s3cret"' }, '{"pw":"hunter2"}')

Object.assign(globalThis, {
  express,
  json: { 'content-type': 'application/json' },
  require,
  zlib,
  resp,
  refusal,
  pgc,
  prismaRun,
  mysqlRun,
  grpcRun,
})
