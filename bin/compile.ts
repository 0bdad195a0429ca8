/** `http-problems compile`: writes validators for the declared problem types of a module. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { declaredTypes } from '../lib/respond/declared-types.js'
import { declaredClasses } from './declared-classes.js'
import { formatOf } from './module-format.js'
import { UsageError } from './usage-error.js'
import { validatorsModule, validatorsTypes } from './validators-module.js'

/** Where a command writes. */
export interface Console {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
}

const usage = `Usage: http-problems compile <module> --out <file> [--format esm|cjs] [--check]

Writes validators for the members of all problem types that the module exports, alone or in a list or an object.
The module is JavaScript. The file needs no package at run time; pass what it exports as \`problemHandler({ validators })\`.

  --out, -o <file>   The file to write: .mjs, .cjs or .js. The types stand beside it.
  --format <format>  esm or cjs. By default the file name and the nearest package.json decide.
  --check            Writes nothing; fails where the file is not up to date.
  --help, -h         Prints this.`

/** Runs the command; gives the exit code. */
export async function compile(args: readonly string[], { print, complain }: Console): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.help) {
    print(usage)
    return 0
  }
  const [source, ...others] = positionals
  if (source === undefined || others.length > 0) throw new UsageError('one module is needed', usage)
  if (values.out === undefined) throw new UsageError('--out is needed', usage)
  const out = resolve(values.out)
  const format = formatOf(out, values.format)
  if (format === undefined)
    throw new UsageError('--out is a .js, .mjs or .cjs file and --format is esm or cjs, and they agree', usage)

  const definitions = declaredTypes(declaredClasses(await load(source)), source)
  if (definitions.length === 0) throw new Error(`${source} exports no problem types made with defineProblem`)
  const { text, count } = validatorsModule(definitions, format)
  const files = [
    [out, text],
    [out.replace(/\.([cm]?)js$/, '.d.$1ts'), validatorsTypes(format)],
  ] as const
  const summary = `${count} validators for ${definitions.length} problem types`
  if (values.check) {
    const stale = files.filter(([file, wanted]) => !existsSync(file) || readFileSync(file, 'utf8') !== wanted)
    if (stale.length === 0) print(`${values.out}: up to date, ${summary}`)
    else complain(`http-problems: ${stale.map(([file]) => file).join(' and ')}: not up to date; run http-problems compile again`)
    return stale.length === 0 ? 0 : 1
  }
  mkdirSync(dirname(out), { recursive: true })
  for (const [file, wanted] of files) writeFileSync(file, wanted)
  print(`${values.out}: ${summary}`)
  return 0
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string', short: 'o' },
        format: { type: 'string' },
        check: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message, usage)
  }
}

async function load(source: string): Promise<unknown> {
  const file = resolve(source)
  if (!existsSync(file)) throw new Error(`${source}: there is no such file`)
  try {
    return await import(pathToFileURL(file).href)
  } catch (error) {
    const hint = /^\.[cm]?tsx?$/.test(extname(file))
      ? '. TypeScript is compiled first, or run with a loader: node --import tsx'
      : ''
    throw new Error(`${source} cannot be imported: ${error instanceof Error ? error.message : String(error)}${hint}`, {
      cause: error,
    })
  }
}
