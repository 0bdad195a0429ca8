/** Runs an example as a module of its own, in a folder where `http-problems` means this package. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format, inspect } from 'node:util'
import { root } from './root.js'

/** The folder of the examples of this run; inside the package, and not under version control. */
export const exampleFolder = join(root, '.cache', `docs-${process.pid}`)
process.on('exit', () => rmSync(exampleFolder, { recursive: true, force: true }))

/** What an example printed: each call as the values that it got. */
export type Printed = readonly (readonly unknown[])[]

/** A module that ran. */
export interface Ran {
  readonly exports: { readonly server?: Server; readonly app?: unknown }
  readonly printed: Printed
}

/** Writes an example and runs it; a server listens at a port that the system chooses. */
export async function runExample(name: string, code: string): Promise<Ran> {
  const file = join(exampleFolder, `${name.replace(/[^a-z0-9]+/gi, '-')}.mjs`)
  mkdirSync(exampleFolder, { recursive: true })
  const listening = code
    .replace(/^app\.listen\(3000\)$/m, "export const server = app.listen(0, '127.0.0.1')")
    .replace(/^server\.listen\(3000\)$/m, "server.listen(0, '127.0.0.1')\nexport { server }")
  writeFileSync(file, listening)
  return runFile(file)
}

/** Runs a file as a module. */
export async function runFile(file: string, methods: readonly PrintMethod[] = ['log', 'error']): Promise<Ran> {
  const run = (): Promise<unknown> => import(`${pathToFileURL(file).href}?run=${performance.now()}`)
  const { result, printed } = await whilePrinting(run, methods)
  return { exports: result as Ran['exports'], printed }
}

/** A way to print. */
export type PrintMethod = 'log' | 'error'

/** Collects what is printed while a function runs, instead of showing it. */
export async function whilePrinting<Result>(
  run: () => Promise<Result>,
  methods: readonly PrintMethod[] = ['log', 'error'],
): Promise<{ result: Result; printed: Printed }> {
  const { log, error } = console
  const printed: unknown[][] = []
  for (const method of methods) console[method] = (...values) => printed.push(values)
  try {
    return { result: await run(), printed }
  } finally {
    Object.assign(console, { log, error })
  }
}

/** Lists what a `console.log` in a code says in its comment: behind it, or on the line below. */
export function promisedOutput(code: string): readonly string[] {
  return [...code.matchAll(/console\.log\(.*\)(?: \/\/ (.*)|\n *\/\/ (.*))$/gm)].map(
    ({ 1: behind, 2: below }) => behind ?? below ?? '',
  )
}

/** Tells whether values are printed as promised: as `console.log` writes them, or each as `util.inspect` does. */
export function isPrintedAs(values: readonly unknown[], promised: string): boolean {
  return format(...values) === promised || values.map((value) => inspect(value)).join(' ') === promised
}
