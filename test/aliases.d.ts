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
