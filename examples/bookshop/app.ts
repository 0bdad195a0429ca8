/**
 * The shop without a database: for tools that look at its routes and send no request.
 *
 *     npx http-problems openapi --app .build/examples/bookshop/app.js --in examples/bookshop/api.yaml
 */
import type { Database } from './database.js'
import { expressApp } from './express.js'
import { koaApp } from './koa.js'
import { Shop } from './shop.js'

const closed = (): Promise<never> => Promise.reject(new Error('This app has no database. Open the shop with npm start.'))
const shop = new Shop({ query: closed, transaction: closed, close: closed } satisfies Database)

/** On Express, the one that a command takes. */
export const app = expressApp(shop, '')

/** On Koa. */
export const koa = koaApp(shop, '')
