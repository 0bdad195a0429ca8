import { createServer, get, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import express from 'express'
import createError from 'http-errors'
import Koa from 'koa'
import { fieldMakers } from '../../lib/problem/field-makers.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { make, rows } from './table.js'

// The older versions bring no types; they have the same shape as far as it matters here.
async function older<Framework>(name: string): Promise<Framework> {
  return (await import(name)).default
}

const express4 = await older<typeof express>('express-4')
const Koa2 = await older<typeof Koa>('koa-2')

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

async function ask(listener: RequestListener): Promise<Answer> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  // A server that listens on a TCP port has an address with a port.
  const { port } = server.address() as AddressInfo
  try {
    return await new Promise<Answer>((resolve, reject) => {
      get({ port, host: '127.0.0.1', agent: false }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
      }).on('error', reject)
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

function expressApp(framework: typeof express, problem: HttpProblem): RequestListener {
  const app = framework()
  // finalhandler writes every error to stderr unless the app says that this is a test.
  app.set('env', 'test')
  app.use(() => {
    throw problem
  })
  return app
}

function koaApp(Framework: typeof Koa, problem: HttpProblem): RequestListener {
  const app = new Framework()
  app.silent = true
  app.use(() => {
    throw problem
  })
  return app.callback()
}

const frameworks: readonly (readonly [name: string, listener: (problem: HttpProblem) => RequestListener])[] = [
  ['Express 5', (problem) => expressApp(express, problem)],
  ['Express 4', (problem) => expressApp(express4, problem)],
  ['Koa 3', (problem) => koaApp(Koa, problem)],
  ['Koa 2', (problem) => koaApp(Koa2, problem)],
]

const WORKING: Readonly<Record<string, unknown>> = {
  challenges: { scheme: 'Bearer' },
  allow: 'GET',
  retryAfter: 7,
  accept: 'application/json',
  size: 7,
  upgrade: 'HTTP/2.0',
  blockedBy: 'https://isp.example/',
}

for (const [name, listener] of frameworks) {
  describe(`the own error handler of ${name}`, () => {
    for (const { status, facts, Class } of rows) {
      it(`answers ${status} with the fields of ${facts.className} and nothing of a secret text`, async () => {
        const [maker] = fieldMakers(status)
        const options = maker === undefined ? {} : { [maker.option]: WORKING[maker.option] }
        const problem = make(Class, 'inside', { ...options, headers: { 'X-Kept': 'yes' }, expose: false })
        const answer = await ask(listener(problem))
        expect(answer.status).to.equal(status)
        expect(answer.headers).to.include({ 'x-kept': 'yes' })
        if (maker !== undefined)
          expect(answer.headers[maker.field.toLowerCase()]).to.equal([problem.headers[maker.field]].flat().join(', '))
        if (name.startsWith('Koa')) expect(answer.text).to.not.include('inside')
      })
    }
  })
}

describe('isHttpError() of http-errors', () => {
  for (const { facts, Class } of rows) {
    it(`is true for ${facts.className}`, () => {
      expect(createError.isHttpError(new Class())).to.equal(true)
      expect(createError.isHttpError(make(Class, 'text', { expose: true }))).to.equal(true)
    })
  }

  it('is true after an old handler wrote statusCode', () => {
    expect(createError.isHttpError(Object.assign(make(rows[0]?.Class), { statusCode: 503 }))).to.equal(true)
  })

  it('lets createError() pass a problem on with its status', () => {
    const problem = make(rows[0]?.Class)
    expect(createError(problem)).to.equal(problem)
    expect(createError(500, problem)).to.include({ status: 400 })
  })
})
