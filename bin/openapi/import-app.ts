/** Imports the module of an app, which may do anything: listen to a port, print, fail later, or never come to an end. */
import { Server } from 'node:net'
import { relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isError, read } from '../../lib/guard/read.js'
import { InputError, reasonOf } from '../command.js'
import { moduleFile, tellEarlyEnd, typeScriptHint } from '../module-file.js'

/** How an app is imported. */
export interface ImportOptions {
  /** How many seconds it may take. */
  readonly timeout: number
  /** Tells that it takes long. */
  readonly progress: (text: string) => void
}

// Nobody waits longer without wondering.
const LONG = 2000

/**
 * Imports a module and does something with what it exports, in which the app may take part: `use` may wait for a promise of the module, or call a
 * function of it. What goes wrong is an InputError that names the module. Nothing listens to a port meanwhile, and what is printed goes to standard
 * error, since standard output is for the document.
 */
export async function withModule<Made>(
  source: string,
  options: ImportOptions,
  use: (module: unknown) => Promise<Made>,
): Promise<Made> {
  const file = moduleFile(source, 'the app')
  let reject: (error: InputError) => void = () => undefined
  const failure = new Promise<never>((_, fail) => {
    reject = fail
  })
  const undo = [
    onListen((place) => reject(new InputError(`${source} listens to a port when it is imported${place}. ${ADVICE}`))),
    printToError(),
    tellEarlyEnd(source),
    onStray((error) => reject(cannotImport(source, error))),
    after(LONG, () => options.progress(`http-problems: ${source} is still being imported ...`)),
    after(options.timeout * 1000, () => {
      const what = `${source} is still being imported after ${options.timeout} seconds`
      reject(new InputError(`${what}. Wait for nothing at its top level, or give it more time with --timeout`))
    }),
  ]
  try {
    const made = import(pathToFileURL(file).href)
      .catch((error: unknown) => {
        throw cannotImport(source, error)
      })
      .then(use)
    return await Promise.race([failure, made])
  } finally {
    for (const one of undo) one()
  }
}

const ADVICE = 'Let the module export the app only, and call listen() in another one that imports it, such as server.js'

function cannotImport(source: string, error: unknown): InputError {
  const place = placeOf(error)
  // Node keeps the place of a mistake in the syntax of an ES module to itself.
  const advice = error instanceof SyntaxError && place === '' ? `. See where with: node --check ${source}` : ''
  return new InputError(
    `${source} cannot be imported: ${reasonOf(error)}${place}${advice}${typeScriptHint(source, 'openapi --app')}`,
  )
}

// The first line of a stack that is about a file of the user's: that of a module that cannot be read stands before the message.
function placeOf(error: unknown): string {
  const stack = isError(error) ? String(read(error, 'stack')) : ''
  for (const [, url, line] of stack.matchAll(/(file:\/\/\/[^\s():]+|(?<=^|[\s(])\/[^\s():]+):(\d+)/g)) {
    const path = url?.startsWith('file:') ? fileURLToPath(url) : String(url)
    if (!path.includes('/node_modules/') && !OURS.some((own) => path.startsWith(own)))
      return ` (${relative('', path)}, line ${line})`
  }
  return ''
}

// This file, wherever the build puts it.
const OURS = [fileURLToPath(import.meta.url)]

function onListen(tell: (place: string) => void): () => void {
  const { listen } = Server.prototype
  // Nothing is opened. The module goes on as if it were, so that no error of its own hides what is wrong.
  Server.prototype.listen = function refuse(this: Server) {
    tell(placeOf(new Error()))
    return this
  } as typeof listen
  return () => {
    Server.prototype.listen = listen
  }
}

function printToError(): () => void {
  const { write } = process.stdout
  process.stdout.write = process.stderr.write.bind(process.stderr)
  return () => {
    process.stdout.write = write
  }
}

// What the module began fails while we wait: Node would print it with a stack and end.
function onStray(tell: (error: unknown) => void): () => void {
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
  return () => {
    process.off('uncaughtException', tell)
    process.off('unhandledRejection', tell)
  }
}

// A timer that does not keep the process: where nothing else happens, the end comes at once.
function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds).unref()
  return () => clearTimeout(timer)
}
