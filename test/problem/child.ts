/** Runs a few lines in a fresh process, with the classes at hand as `lib`: what is read once at start-up needs one. */
import { execFileSync } from 'node:child_process'

const CLASSES = new URL('../../lib/problem/classes.js', import.meta.url).href

/** How the process starts. */
export interface ChildSetup {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly flags?: readonly string[]
  /** Lines that run before the library is loaded. */
  readonly before?: string
}

/** Gives what the lines give to `answer(value)`, as JSON. */
export function inChild(script: string, { env = {}, flags = [], before = '' }: ChildSetup = {}): unknown {
  const source = `${before}
    const lib = await import(${JSON.stringify(CLASSES)})
    const answer = (value) => process.stdout.write(JSON.stringify(value))
    ${script}`
  // NODE_V8_COVERAGE is passed on, so that what runs there is counted.
  const cleaned = { ...process.env, NODE_ENV: undefined, HTTP_PROBLEMS_STACKS: undefined, NODE_OPTIONS: undefined, ...env }
  const args = [...flags, '--input-type=module', '-e', source]
  return JSON.parse(execFileSync(process.execPath, args, { env: cleaned, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
}
