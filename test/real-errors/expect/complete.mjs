/** Makes sure that the tables of expectations and the rows fit: a name that is wrong would switch a judgement off. */
import { idsWithFields } from './fields.mjs'
import { instead } from './instead.mjs'
import { harmless, planted } from './planted.mjs'
import { idsWithTexts } from './shown.mjs'
import { deservedStatus, interpreted, outcomes } from './status.mjs'

/** Throws where a table names a row that does not exist, or a row has no status. */
export function checkTables(rows) {
  const ids = rows.map(({ id }) => id)
  const faults = []
  for (const id of [interpreted, outcomes, instead, planted, harmless].flatMap(Object.keys).concat(idsWithFields))
    if (!ids.includes(id)) faults.push(`no row ${id}`)
  for (const name of idsWithTexts) {
    if (!ids.some((id) => id === name || (name.endsWith('/') && id.startsWith(name)))) faults.push(`no row ${name}`)
  }
  for (const id of ids.filter((one, index) => ids.indexOf(one) !== index)) faults.push(`${id} is there twice`)
  for (const row of rows) {
    const { id, deserves, isOurs } = row
    if (!Number.isInteger(deservedStatus(row))) faults.push(`${id} has no status: ${deserves.status}`)
    if (isOurs !== true && Object.keys(deserves.headers ?? {}).length > 0 && !idsWithFields.includes(id))
      faults.push(`${id} deserves fields, but has no rule`)
  }
  if (faults.length > 0) throw new Error(`The tables of expect/ do not fit rows.json:\n${faults.join('\n')}`)
}
