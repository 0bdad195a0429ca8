/** Reads the command line of `http-problems openapi`. */
import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { isOpenApiVersion, type OpenApiVersion, versionsInWords } from '../../lib/openapi/versions.js'
import { reasonOf, UsageError } from '../command.js'

/** What the command line asks for. */
export interface Wishes {
  readonly app: string
  readonly source: string | undefined
  readonly out: string | undefined
  readonly format: DocumentFormat
  readonly version: OpenApiVersion
  readonly check: boolean
  readonly json: boolean
  readonly allowConflicts: boolean
  readonly everywhere: readonly string[]
  readonly baseUri: string | undefined
  /** How many seconds the app may take to be imported. */
  readonly timeout: number
}

/** The formats of documents. */
export type DocumentFormat = 'json' | 'yaml'

/** How the command is used. */
export const usage = `Usage: http-problems openapi --app <module> [--in <file>] [--out <file>] [--check] [--json]

Completes an OpenAPI document (3.0, 3.1, 3.2) with the problems that the routes of an Express or Koa app may answer: those that it declares with
problems(), and those of libraries in front of its routes. What a person wrote stays, and so does every other line of the file.
The module is JavaScript. It exports the app as default or as \`app\`, itself, in a promise, or as a function without parameters that makes it;
sub-apps of Koa that are mounted with koa-mount as \`mounts\`: [['/path', app]].

  --app <module>         The module of the app. It is imported, so it must not listen to a port by itself.
  --in, -i <file>        The document: .json, .yaml or .yml. Without it a new one is made of the routes.
  --out, -o <file>       The file to write, which may be that of --in. Without it the document is printed.
  --check                Writes nothing; fails where the document lacks something, or contradicts what the app declares, and says what.
  --json                 Prints what was done as JSON.
  --allow-conflicts      Lets --check pass where the document contradicts the app, as long as it lacks nothing.
  --everywhere <names>   Problems that every route may answer, such as NotFound,InternalServerError.
  --base-uri <uri>       The \`baseUri\` of the handler, which completes relative type URIs.
  --openapi <version>    The version of a new document: 3.0, 3.1 or 3.2; 3.1 by default.
  --timeout <seconds>    How long the app may take to be imported; 30 by default.
  --help, -h             Prints this.

Exit codes: 0 done, or true; 1 not true; 2 for a wrong command line, a wrong document, an app that cannot be read or a file that cannot be written.`

const FORMATS: Readonly<Record<string, DocumentFormat | undefined>> = { '.json': 'json', '.yaml': 'yaml', '.yml': 'yaml' }

/** Reads the arguments; `undefined` where help is asked for. */
export function wishesOf(args: readonly string[]): Wishes | undefined {
  const { values } = parse(args)
  if (values.help) return undefined
  const { app, in: source, out } = values
  if (app === undefined) throw wrong('--app is needed, the module that exports the app, such as --app ./dist/app.js')
  const [first, second] = [source, out].flatMap((file) => file ?? []).map(formatOf)
  if (second !== undefined && first !== second)
    throw wrong(
      `--in ${source} and --out ${out} have two formats. Name files of one, and convert the document before or afterwards`,
    )
  if (source === undefined && values.check) throw wrong('--check compares a document; name it with --in')
  if (source === undefined && out !== undefined && existsSync(out))
    throw wrong(`--out ${out} is there already. Name it with --in as well and it is completed, or remove it for a new one`)
  const version = values.openapi ?? '3.1'
  if (!isOpenApiVersion(version)) throw wrong(`--openapi ${version}: ${versionsInWords} is needed`)
  if (source !== undefined && values.openapi !== undefined)
    throw wrong('--openapi is for a new document; the one of --in keeps its version')
  const timeout = Number(values.timeout ?? 30)
  if (!(timeout > 0 && timeout <= 3600)) throw wrong(`--timeout ${values.timeout}: a number of seconds up to 3600 is needed`)
  return {
    app,
    source,
    out,
    format: first ?? 'json',
    version,
    check: values.check === true,
    json: values.json === true,
    allowConflicts: values['allow-conflicts'] === true,
    everywhere: (values.everywhere ?? '').split(',').flatMap((name) => name.trim() || []),
    baseUri: values['base-uri'],
    timeout,
  }
}

function formatOf(file: string): DocumentFormat {
  const format = FORMATS[extname(file).toLowerCase()]
  if (format === undefined) throw wrong(`${file}: a file that ends in .json, .yaml or .yml is needed`)
  return format
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        app: { type: 'string' },
        in: { type: 'string', short: 'i' },
        out: { type: 'string', short: 'o' },
        check: { type: 'boolean' },
        json: { type: 'boolean' },
        'allow-conflicts': { type: 'boolean' },
        everywhere: { type: 'string' },
        'base-uri': { type: 'string' },
        openapi: { type: 'string' },
        timeout: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw wrong(reasonOf(error))
  }
}

function wrong(what: string): UsageError {
  return new UsageError(`openapi: ${what}`, usage)
}
