/** `http-problems compile`: writes validators for the declared problem types of a module. */
import { existsSync, realpathSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Console, quoted, reasonOf, UsageError } from '../command.js'
import { definitionsIn, withName } from '../source-module.js'
import { staleFiles, writeFiles } from '../written-files.js'
import { formatOf, type ModuleFormat } from './module-format.js'
import { validatorsModule, validatorsTypes } from './validators-module.js'

const usage = `Usage: http-problems compile <module> --out <file> [--format esm|cjs] [--check]

Writes validators for the members of all problem types that the module exports, alone or in a list or an object.
The module is JavaScript. The file needs no package at run time; pass what it exports as \`problemHandler({ validators })\`.

  --out, -o <file>   The file to write: .mjs, .cjs or .js. The types stand beside it.
  --format <format>  esm or cjs. By default the file name and the nearest package.json decide.
  --check            Writes nothing; fails where the file is not up to date.
  --help, -h         Prints this.

Exit codes: 0 done, or up to date; 1 not up to date; 2 for a wrong command line, a module that cannot be used or a file that cannot be written.`

/** Runs the command; gives the exit code. */
export async function compile(args: readonly string[], { print, complain }: Console): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.help) {
    print(usage)
    return 0
  }
  const [source, ...others] = positionals
  if (source === undefined || others.length > 0) {
    const got = others.length > 0 ? `got ${positionals.join(' and ')}` : 'got none'
    throw new UsageError(`compile: one module is needed, such as problems.js; ${got}`, usage)
  }
  if (values.out === undefined)
    throw new UsageError(`compile ${source}: --out is needed, the file to write, such as --out problem-validators.mjs`, usage)
  const out = resolve(values.out)
  const format = checkedFormat(values.out, values.format)
  if (isSame(source, out)) throw new UsageError(`--out ${values.out} is the module itself; name another file`, usage)

  const definitions = await definitionsIn(source, 'compile')
  const { text, count } = withName(source, () => validatorsModule(definitions, format))
  const files = [
    [out, text],
    [out.replace(/\.([cm]?)js$/, '.d.$1ts'), validatorsTypes(format)],
  ] as const
  const summary = `${count} validators for ${definitions.length} problem types`
  if (values.check) {
    const stale = staleFiles(files)
    if (stale.length === 0) print(`${values.out}: up to date, ${summary}`)
    else {
      const again = args.filter((arg) => arg !== '--check').map(quoted)
      complain(
        `http-problems: ${stale.join(' and ')}: not up to date with ${source}; run: npx http-problems compile ${again.join(' ')}`,
      )
    }
    return stale.length === 0 ? 0 : 1
  }
  writeFiles(files)
  print(`${values.out}: ${summary}`)
  return 0
}

function checkedFormat(out: string, wished: string | undefined): ModuleFormat {
  const refuse = (what: string): never => {
    throw new UsageError(what, usage)
  }
  if (!/^\.[cm]?js$/.test(extname(out))) return refuse(`--out ${out}: a file that ends in .mjs, .cjs or .js is needed`)
  if (wished !== undefined && wished !== 'esm' && wished !== 'cjs') return refuse(`--format ${wished}: esm or cjs is needed`)
  return formatOf(resolve(out), wished) ?? refuse(`--out ${out} cannot be ${wished}; leave --format out, or end the file in .js`)
}

function isSame(source: string, out: string): boolean {
  return existsSync(source) && existsSync(out) && realpathSync(source) === realpathSync(out)
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
    throw new UsageError(`compile: ${reasonOf(error)}`, usage)
  }
}
