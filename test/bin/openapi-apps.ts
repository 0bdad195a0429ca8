/** Modules with apps for the tests of the command `openapi`. */

// What problems() of both frameworks does, in plain words: the mark is a protocol between copies of the package.
const DECLARE = `const declare = (handler, ...classes) => Object.defineProperty(handler, Symbol.for('http-problems/1/problems'), { value: classes })`

const ORDER_NOT_FOUND = `const OrderNotFound = defineProblem('OrderNotFound', { type: 'https://api.example.com/problems/order-not-found', status: 404,
  title: 'There is no such order', members: { type: 'object', properties: { order: { type: 'string' } }, required: ['order'] } })`

const ROUTES = `app.get('/orders/:id', declare((req, res) => res.json({}), OrderNotFound))
app.post('/orders', declare((req, res) => res.json({}), Conflict, OrderNotFound))`

/** An app of Express in an ES module; `end` is what the module does with it. */
export function expressModule(end = 'export default app'): string {
  return `import express from 'express'
import { Conflict, defineProblem } from 'http-problems'
${DECLARE}
${ORDER_NOT_FOUND}
const app = express()
${ROUTES}
${end}
`
}

/** The same app in a CommonJS module. */
export function commonjsModule(end = 'module.exports = app'): string {
  return `const express = require('express')
const { Conflict, defineProblem } = require('http-problems')
${DECLARE}
${ORDER_NOT_FOUND}
const app = express()
${ROUTES}
${end}
`
}

/** The same routes in an app of Koa. */
export function koaModule(end = 'export default app'): string {
  return `import Koa from 'koa'
import Router from '@koa/router'
import { Conflict, defineProblem } from 'http-problems'
${DECLARE}
${ORDER_NOT_FOUND}
const app = new Koa()
const router = new Router()
router.get('/orders/:id', declare((ctx) => { ctx.body = {} }, OrderNotFound))
router.post('/orders', declare((ctx) => { ctx.body = {} }, Conflict, OrderNotFound))
app.use(router.routes())
${end}
`
}

/** A document of these routes, with comments and without errors. */
export const ordersYaml = `# The API of the shop, written by hand.
openapi: 3.1.2
info: { title: Orders, version: '1.0.0' }   # shown on top
paths:
  /orders/{orderId}:
    get:
      # one order
      parameters:
      - { name: orderId, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: >-
            The order,
            as it is now.
  /orders:
    post:
      responses: { '201': { description: Ordered } }
`
