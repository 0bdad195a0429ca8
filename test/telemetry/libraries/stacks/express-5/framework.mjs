// Imported by its name, as apps do: instrumentations go by it.
export { default as express } from 'express'
