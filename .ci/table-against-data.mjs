// Compares the table of status codes (.build/) with compiled data: `node .ci/table-against-data.mjs <folder with status-codes.json>`.
// Prints every difference; exit code 1 where there is one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { equivalents, errorCodes, otherCodes } from '../.build/lib/status/codes.js'
import { describeStatus } from '../.build/lib/status/describe.js'
import { vendorFacts } from '../.build/lib/status/vendor-codes.js'

// What we know on top of the data, each with its reason.
const additions = {
  400: ['WWW-Authenticate'], // RFC 6750 3.1: a malformed token is a 400 with a challenge.
  503: ['RateLimit', 'RateLimit-Policy'], // The draft's reduced capacity is a 503.
}

const [, , folder] = process.argv
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).codes
const errors = read('status-codes.json')
const others = read('status-codes-below-400.json')
const differences = []
let compared = 0

function compare(code, what, ours, theirs) {
  compared += 1
  const [left, right] = [JSON.stringify(ours), JSON.stringify(theirs)]
  if (left !== right) differences.push(`${code} ${what}: the table says ${left}, the data say ${right}`)
}

const sorted = (names) => [...names].sort((a, b) => a.localeCompare(b))
const codesOf = (table) => Object.keys(table).map(Number)
const ofCategory = (category) => errors.filter((row) => row.category === category).map(({ code }) => code)

compare('4xx-5xx', 'registered codes', codesOf(errorCodes), ofCategory('iana'))
compare('4xx-5xx', 'codes of vendors', codesOf(equivalents), ofCategory('vendor'))
compare(
  '1xx-3xx',
  'codes',
  codesOf(otherCodes),
  others.map(({ code }) => code),
)

for (const row of errors) {
  const { code } = row
  const ours = errorCodes[code] ?? vendorFacts(code)
  if (ours === undefined) continue
  compare(code, 'phrase', ours.phrase, row.reasonPhrase)
  compare(code, 'class name', ours.className, row.className)
  compare(code, 'aliases', sorted(ours.aliases ?? []), sorted(row.classAliases))
  compare(code, 'cacheability', ours.cacheable ?? 'no', row.defaultCacheable)
  compare(code, 'retry verdict', ours.retry, row.retryable.verdict)
  compare(code, 'registration', ours.registration ?? 'registered', ours.vendor ? 'registered' : row.registryState)
  compare(code, 'vendor', ours.vendor ?? null, row.vendor)
  compare(code, 'equivalent', ours.equivalent ?? null, row.standardEquivalent ?? null)
  compare(code, 'required fields', sorted(ours.requires ?? []), sorted(row.requiredHeaders.map(({ name }) => name)))
  compare(
    code,
    'recommended fields',
    sorted(ours.recommends ?? []),
    sorted([...row.recommendedHeaders.map(({ name }) => name), ...(additions[code] ?? [])]),
  )
  // What vendors wrote is cited in our own words.
  if (row.category === 'iana') compare(code, 'specification', describeStatus(code)?.spec, row.spec)
}

for (const { code, reasonPhrase, spec } of others) {
  compare(code, 'phrase', otherCodes[code]?.phrase, reasonPhrase)
  compare(code, 'specification', describeStatus(code)?.spec, spec)
}

for (const difference of differences) console.log(difference)
console.log(`${compared} facts compared, ${differences.length} differences`)
process.exitCode = differences.length === 0 && compared > 0 ? 0 : 1
