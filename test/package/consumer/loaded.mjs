// Lists what the import of an entry loads: `node loaded.mjs http-problems/express`. A hook sees every module before it is run.
import { createRequire, register } from 'node:module'

const hook = `
import { writeSync } from 'node:fs'
export async function load(url, context, nextLoad) {
  writeSync(1, url + '\\n')
  return nextLoad(url, context)
}`
const [, , entry] = process.argv
register(`data:text/javascript,${encodeURIComponent(hook)}`)
await import(entry)
// A module of the ES format can have required one of the other: those are in this cache.
for (const file of Object.keys(createRequire(import.meta.url).cache)) console.log(file)
