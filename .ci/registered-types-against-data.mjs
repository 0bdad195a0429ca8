// Compares registeredTypes (dist/) with compiled data: `node .ci/registered-types-against-data.mjs <folder with iana-http-problem-types.json> <folder with examples>`.
// Prints every difference; exit code 1 where there is one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registeredTypes } from '../dist/esm/lib/index.js'

const [, , data, examples] = process.argv
const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))
const { entries } = read(data, 'iana-http-problem-types.json')
const files = readdirSync(examples).map((file) => ({ file, ...read(examples, file) }))
const classes = Object.values(registeredTypes)
const differences = []
let compared = 0

function compare(place, what, holds, details) {
  compared += 1
  if (!holds) differences.push(`${place}: ${what} (${JSON.stringify(details)})`)
}

const sorted = (names) => [...names].sort((a, b) => a.localeCompare(b))
const same = (left, right) => JSON.stringify(sorted(left)) === JSON.stringify(sorted(right))
const membersOf = ({ definition }) => definition.members?.properties ?? {}

// What the data write as `[{a,b}]`, `string[]` or `integer`.
function shape({ type, items }) {
  if (type !== 'array') return type
  return items.type === 'object' ? `[{${sorted(Object.keys(items.properties))}}]` : `${items.type}[]`
}
const given = (text) => text.replace(/\{(.*)\}/, (_, names) => `{${sorted(names.split(','))}}`)

for (const { uri, title, status, extensions = {}, headers = [], state } of entries) {
  if (uri === 'about:blank') continue
  const found = classes.filter(({ type }) => type === uri)
  compare(uri, 'is declared once', found.length === 1, found.length)
  for (const Class of found) {
    const members = membersOf(Class)
    compare(uri, 'has the status', Class.status === status, Class.status)
    compare(uri, 'has the members', same(Object.keys(members), Object.keys(extensions)), Object.keys(members))
    for (const [name, text] of Object.entries(extensions))
      compare(uri, `has the shape of ${name}`, name in members && shape(members[name]) === given(text), text)
    for (const name of headers) compare(uri, `documents the field ${name}`, name in Class.definition.headers, name)
    compare(uri, 'is deprecated where drafts gave it up', Class.definition.deprecated === (state === 'historic-draft'), state)
    // What goes on the wire is the title of the example; the description has that of the registry where its words differ.
    const words = (text) => text.toLowerCase()
    const example = files.find(({ body }) => body.type === uri)
    if (state === 'registered' && words(example.body.title) !== words(title))
      compare(uri, 'tells the title of the registry', Class.definition.description.includes(`"${title}"`), title)
  }
}

for (const { file, status, body } of files) {
  // Without a type it is about:blank, which a class of the status makes.
  if (body.type === undefined) continue
  const { type, title, detail, ...members } = body
  const Class = classes.find((candidate) => candidate.type === type && candidate.status === status)
  compare(file, 'has a class', Class !== undefined, { type, status })
  if (Class === undefined) continue
  const problem = Object.keys(members).length > 0 ? new Class(members) : new Class()
  const expected = { type, title, status, ...(detail !== undefined && { detail }), ...members }
  compare(file, 'is reproduced', JSON.stringify(problem) === JSON.stringify(expected), problem)
}

for (const difference of differences) console.log(difference)
console.log(`${compared} facts compared, ${differences.length} differences`)
process.exitCode = differences.length === 0 && compared > 0 ? 0 : 1
