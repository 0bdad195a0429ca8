/** Compares our table of foreign errors with the compiled data: `node test/real-errors/compare.mjs <folder>`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

const folder = process.argv[2]
if (folder === undefined) throw new Error('Name the folder of foreign-errors.json.')
const theirs = JSON.parse(readFileSync(join(folder, 'foreign-errors.json'), 'utf8'))
const ours = JSON.parse(readFileSync(new URL('rows.json', import.meta.url), 'utf8'))

const faults = []
const byId = new Map(ours.map((row) => [row.id, row]))
for (const row of theirs) {
  const own = byId.get(row.id)
  if (own === undefined) faults.push(`${row.id} is missing`)
  for (const [field, value] of Object.entries(own ?? {}))
    if (!isDeepStrictEqual(value, row[field])) faults.push(`${row.id}: ${field} differs`)
  byId.delete(row.id)
}
for (const id of byId.keys()) faults.push(`${id} is ours only`)

for (const fault of faults) console.log(fault)
console.log(`${theirs.length} rows compared, ${faults.length} differences`)
process.exitCode = faults.length === 0 && theirs.length > 0 ? 0 : 1
