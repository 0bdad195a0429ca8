/** The page of the status codes. */
import { fieldMakers } from '../../../lib/problem/field-makers.js'
import { type ErrorStatusFacts, errorFacts } from '../../../lib/status/codes.js'
import { describeStatus } from '../../../lib/status/describe.js'
import type { VendorStatusFacts } from '../../../lib/status/vendor-codes.js'
import { vendorCodes } from '../../status/vendor-codes.js'
import { membersOf } from '../doc-comments.js'
import { readSource } from '../root.js'
import { code, codes, note, table } from './table.js'

/** Writes the page. */
export function statusesPage(): string {
  return `${note}

# Status codes

Every registered 4xx and 5xx code has a class. \`type\` is \`about:blank\` and \`title\` is the phrase, unless you say otherwise.

- **Cache**: \`heuristic\` means that a cache may store the response without being told (RFC 9110 15.1); \`must-not-store\` means that it must not. This package sends \`Cache-Control: no-store\` unless you say otherwise, and always for \`must-not-store\`.
- **Retry**: whether the same request may be sent again. For \`conditional\`, see [when](#when-to-send-a-request-again).
- **Required** and **recommended** are the header fields that a response with the code must or should carry.
- **Options** are those that the class takes besides [the ones of every class](#options-of-every-class). An option with a \`*\` must be given.

${codesTable()}

## Options of every class

\`new Conflict(text?, options?)\`, \`new Conflict(error, options?)\` or \`new Conflict(options?)\`. An Error as first argument is the \`cause\`.

${optionsTable(['ProblemOptions'])}

## Options of some classes

They become header fields. A value that cannot be sent is left out and reported.

${optionsTable(specialInterfaces())}

## When to send a request again

${retryTable()}

## Codes of vendors

They are not registered, so a server must not generate them (RFC 9205 4.6). Where a foreign error has one, the answer has the code in the last column.

${vendorTable()}
`
}

function codesTable(): string {
  const rows = statusesOf(errorFacts).map(([status, facts]) => [
    String(status),
    code(facts.className),
    phraseOf(facts),
    codes(facts.aliases),
    facts.cacheable ?? '',
    facts.retry,
    codes(facts.requires),
    codes(facts.recommends),
    optionsOf(status),
  ])
  const head = ['Code', 'Class', 'Phrase', 'Aliases (deprecated)', 'Cache', 'Retry', 'Required', 'Recommended', 'Options']
  return table(head, rows)
}

function phraseOf({ phrase, registration, generate }: ErrorStatusFacts): string {
  const limits = {
    never: 'do not generate it',
    'by-proxies': 'for proxies only',
    'not-by-proxies': 'not for proxies',
    'early-data': 'only for a request that came as early data',
  }
  const notes = [...(registration ? [registration] : []), ...(generate ? [limits[generate]] : [])]
  return notes.length === 0 ? phrase : `${phrase} (${notes.join('; ')})`
}

function optionsOf(status: number): string {
  const names = [...new Set(fieldMakers(status).map(({ option }) => option))]
  return names.map((name) => code(`${name}${requiredOptions().has(name) ? '*' : ''}`)).join(', ')
}

const optionsFile = 'lib/problem/options.ts'

function requiredOptions(): ReadonlySet<string> {
  const members = specialInterfaces().flatMap((name) => membersOf(readSource(optionsFile), name))
  return new Set(members.filter(({ optional }) => !optional).map(({ name }) => name))
}

function specialInterfaces(): readonly string[] {
  return [...readSource(optionsFile).matchAll(/^export interface (\w+Options) extends/gm)].map(({ 1: name = '' }) => name)
}

function optionsTable(interfaces: readonly string[]): string {
  const rows = interfaces.flatMap((name) =>
    membersOf(readSource(optionsFile), name).map((member) => [
      code(member.name),
      ...(interfaces.length > 1 ? [statusesWith(member.name), fieldsOf(member.name)] : []),
      code(member.type),
      [member.text, ...(member.tags['default'] ? [`Default: ${member.tags['default']}.`] : [])].join(' '),
    ]),
  )
  return table(['Option', ...(interfaces.length > 1 ? ['Codes', 'Fields'] : []), 'Type', 'Meaning'], rows)
}

function statusesWith(option: string): string {
  return statusesOf(errorFacts)
    .filter(([status]) => fieldMakers(status).some((maker) => maker.option === option))
    .map(([status]) => status)
    .join(', ')
}

function fieldsOf(option: string): string {
  const makers = statusesOf(errorFacts).flatMap(([status]) => fieldMakers(status))
  return codes([...new Set(makers.filter((maker) => maker.option === option).map(({ field }) => field))])
}

function retryTable(): string {
  const rows = statusesOf(errorFacts).flatMap(([status, { retry }]) => {
    const condition = describeStatus(status)?.retryCondition
    return condition === undefined ? [] : [[String(status), retry, condition]]
  })
  return table(['Code', 'Retry', 'When'], rows)
}

function vendorTable(): string {
  const rows = statusesOf<VendorStatusFacts>(vendorCodes).map(([status, { phrase, vendor, equivalent }]) => [
    String(status),
    phrase,
    vendor,
    String(equivalent),
  ])
  return table(['Code', 'Phrase', 'Who uses it', 'Answered with'], rows)
}

function statusesOf<Facts>(facts: Readonly<Record<number, Facts | undefined>>): readonly (readonly [number, Facts])[] {
  return Object.entries(facts).flatMap(([status, value]) => (value === undefined ? [] : [[Number(status), value] as const]))
}
