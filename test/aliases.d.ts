// The older versions of the frameworks are installed under names of their own; for the tests their types are those of the newer ones.
declare module 'express-4' {
  export { default } from 'express'
}
declare module 'express-5.0' {
  export { default } from 'express'
}
declare module 'express-5.2' {
  export { default } from 'express'
}
declare module 'koa-router-13' {
  export { default } from '@koa/router'
}
declare module 'koa-router-14' {
  export { default } from '@koa/router'
}
declare module 'koa-2' {
  export { default } from 'koa'
}
// These have no types of their own.
declare module 'koa-mount' {
  import type Koa from 'koa'
  export default function mount(path: string, app: object): Koa.Middleware
}
declare module 'koa-bodyparser' {
  import type Koa from 'koa'
  export default function bodyParser(options?: object): Koa.Middleware
}
declare module 'multer' {
  import type { RequestHandler } from 'express'

  interface Upload {
    single(name: string): RequestHandler
    none(): RequestHandler
    any(): RequestHandler
  }
  export default function multer(options?: object): Upload
}
