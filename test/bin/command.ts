/** Runs the command line in a process of its own, in a temporary folder whose modules can import the package by its name. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seatTakenFacts } from '../fixtures/seat-taken.js'

const program = fileURLToPath(new URL('../../bin/http-problems.js', import.meta.url))
// Inside the repository: a package finds itself by its name there.
const parent = fileURLToPath(new URL('../../', import.meta.url))

/** What a process did. */
export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** A folder of its own. */
export interface Workshop {
  readonly folder: string
  /** Writes files by name. */
  readonly write: (files: Readonly<Record<string, string>>) => void
  /** Runs `http-problems`. */
  readonly command: (...args: readonly string[]) => Outcome
  /** Runs Node. */
  readonly node: (...args: readonly string[]) => Outcome
  readonly remove: () => void
}

/** Makes a folder with files. */
export function makeWorkshop(files: Readonly<Record<string, string>> = {}): Workshop {
  const folder = mkdtempSync(join(parent, 'bin-test-'))
  const node = (...args: readonly string[]): Outcome => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 20_000 })
    return { code: status, out: stdout, error: stderr }
  }
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
  }
  write(files)
  return {
    folder,
    write,
    node,
    command: (...args) => node(program, ...args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A module with two declared types, one with all kinds of formats and keywords, in several ways of exporting. */
export const problemsModule = `import { Conflict, defineProblem } from 'http-problems'
export class SeatTaken extends defineProblem('SeatTaken', {
  ...${JSON.stringify(seatTakenFacts)},
  members: {
    type: 'object',
    properties: {
      seat: { type: 'string', minLength: 2, maxLength: 4, example: '12A' },
      at: { type: 'string', format: 'date-time' },
      mail: { type: 'string', format: 'email' },
      free: { type: 'array', items: { type: 'object' }, uniqueItems: true },
      place: { $ref: '#/$defs/place' },
    },
    $defs: { place: { type: 'object', properties: { within: { $ref: '#/$defs/place' }, name: { type: 'string' } }, 'x-note': 1 } },
    required: ['seat'],
    additionalProperties: false,
  },
  examples: [{ seat: '12A', at: '2026-01-01T00:00:00Z' }],
}) {}
class Broke extends defineProblem('Broke', {
  type: '__proto__',
  status: 403,
  title: 'Not enough credit',
  members: { type: 'object', properties: { balance: { type: 'number' } } },
}) {}
const SoldOut = defineProblem('SoldOut', { type: '/sold-out', status: 409, title: 'Sold out' })
export const list = [SeatTaken, Broke, Conflict, 7]
export default { SoldOut, nothing: null }
`
