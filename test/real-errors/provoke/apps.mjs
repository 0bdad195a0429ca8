/** Apps of Express and Koa that end in our handlers: they provoke an error, or throw one that was caught elsewhere. */
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import Koa from 'koa'
import { problemHandler as expressHandler } from '../../../dist/esm/middleware/express/index.js'
import { problemHandler as koaHandler } from '../../../dist/esm/middleware/koa/index.js'
import { send, serving } from './send.mjs'

// How long an error may arrive after the answer, or after the client has left.
const LATEST_ERROR = 1000

/** Nothing failed: the snippet did not do what its row says. */
export class NothingFailed extends Error {}

/**
 * Runs the middleware that `setup` adds in a real app with our handler; resolves to what happened: `err`, `answer`, `events`, `logged`.
 * The handler has no options, except where nobody gets the answer: then `onProblem` tells what became of the error.
 */
export function provoke(framework, setup, request = {}, watched = false) {
  return framework === 'express' ? inExpress(setup, request, watched) : inKoa(setup, request, watched)
}

/** Throws a caught error in a route; `when` says in which state of the response, `status` which one was set on it before. */
export function rethrow(framework, err, request, { when, status = 200 }, watched) {
  const setups = {
    express: (app) =>
      app.use(async (_req, res) => {
        await reach(when, res, status)
        throw err
      }),
    koa: (app) =>
      app.use(async ({ res }) => {
        await reach(when, res, status)
        throw err
      }),
  }
  return provoke(framework, setups[framework], request, watched)
}

async function reach(when, res, status) {
  // Koa begins with a status of its own.
  if (status >= 400) res.statusCode = status
  if (when === 'started') res.write('x')
  // The client leaves by itself.
  if (when === 'gone') await new Promise((resolve) => res.once('close', resolve))
}

function inExpress(setup, request, watched) {
  const seen = recorder()
  const app = express()
  setup(app)
  // Four parameters make it an error middleware.
  app.use((err, _req, res, next) => {
    seen.caught(err, res.statusCode)
    next(err)
  })
  app.use(watched ? expressHandler({ onProblem: seen.event }) : expressHandler())
  return observe('express', app, request, seen)
}

function inKoa(setup, request, watched) {
  const seen = recorder()
  const app = new Koa()
  // Koa prints errors only where nobody listens.
  app.on('error', (err) => {
    seen.logged.push(err)
    // Errors of streams come past every middleware. For a 4xx the listener gets the problem, with what was thrown as its cause.
    if (err?.status === undefined || err.status >= 500) seen.late(err)
  })
  app.use(watched ? koaHandler({ onProblem: seen.event }) : koaHandler())
  app.use(async (_ctx, next) => {
    try {
      await next()
    } catch (err) {
      seen.caught(err)
      throw err
    }
  })
  setup(app)
  return observe('koa', app.callback(), request, seen)
}

function recorder() {
  const seen = { errors: [], fallback: [], events: [], logged: [], status: undefined }
  return Object.assign(seen, {
    caught: (err, status) => {
      seen.errors.push(err)
      seen.status = status
    },
    late: (err) => seen.fallback.push(err),
    event: (event) => seen.events.push(event),
  })
}

async function observe(framework, listener, { repeat = 1, ...request }, seen) {
  const { error: print } = console
  console.error = (...values) => seen.logged.push(values)
  try {
    return await serving(listener, async (port) => {
      let answer
      for (let sent = 0; sent < repeat; sent++) answer = await send(port, request)
      for (const end = Date.now() + LATEST_ERROR; !hasError(seen) && Date.now() < end; ) {
        // An answer that is no error will not become one.
        if (answer.complete && answer.status < 400) break
        await sleep(10)
      }
      // What is logged comes right behind the answer.
      await sleep(5)
      if (!hasError(seen))
        throw new NothingFailed(`no error arrived in ${framework}; the answer was ${answer.status} ${answer.fault ?? ''}`)
      const { errors, fallback, events, logged, status } = seen
      return { framework, port, request, err: errors.length > 0 ? errors.at(-1) : fallback[0], answer, events, logged, status }
    })
  } finally {
    console.error = print
  }
}

function hasError({ errors, fallback }) {
  return errors.length > 0 || fallback.length > 0
}
