// Imported by their names, as apps do: instrumentations go by them.
export { default as Router } from '@koa/router'
export { default as Koa } from 'koa'
