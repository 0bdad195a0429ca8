/** Every version of a framework that the package answers for, by its name in the tests. */
import express5 from 'express'
import express4 from 'express-4'
import express50 from 'express-5.0'
import express52 from 'express-5.2'
import Koa3 from 'koa'
import Koa2 from 'koa-2'

/** The versions of Express. */
export const expressVersions: Readonly<Record<string, typeof express5>> = {
  'Express 4': express4,
  'Express 5.0': express50,
  'Express 5.2': express52,
  'Express 5.3': express5,
}

/** The versions of Koa. */
export const koaVersions: Readonly<Record<string, typeof Koa3>> = { 'Koa 2': Koa2, 'Koa 3': Koa3 }
