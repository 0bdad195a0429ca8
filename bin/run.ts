/** Picks the command and turns what goes wrong into a message and an exit code: 1 for what a check found, 2 for what could not be done. */
import { createRequire } from 'node:module'
import { type Console, reasonOf, UsageError } from './command.js'
import { compile } from './compile/compile.js'
import { monitoring } from './monitoring/monitoring.js'
import { openapi } from './openapi/openapi.js'
import { report } from './report/report.js'

/** The commands by name. */
const commands: Readonly<Record<string, (args: readonly string[], console: Console) => Promise<number>>> = {
  compile,
  monitoring,
  openapi,
  report,
}

const names = Object.keys(commands).join(', ')

const usage = `Usage: http-problems <command>

Commands:
  compile      Writes validators for the members of declared problem types.
  openapi      Completes an OpenAPI document with the problems of an app's routes, or checks it.
  report       Says which problems of an app's routes its tests have seen, and which nobody declares.
  monitoring   Writes alerts for Prometheus and a dashboard for Grafana.

  --help, -h      Prints this.
  --version, -v   Prints the version of the package.

http-problems <command> --help says more. Exit codes: 0 done, 1 for what a check found, 2 for a
wrong command line, and for a file or a module that cannot be used.`

/** Runs a command line; gives the exit code. */
export async function run(args: readonly string[], console: Console): Promise<number> {
  const [name = '', ...rest] = args
  if (name === '--help' || name === '-h') {
    console.print(usage)
    return 0
  }
  if (name === '--version' || name === '-v') {
    console.print(version())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (command === undefined)
      throw new UsageError(
        name === '' ? `no command; there is ${names}` : `unknown command ${JSON.stringify(name)}; there is ${names}`,
        usage,
      )
    return await command(rest, console)
  } catch (error) {
    console.complain(`http-problems: ${reasonOf(error)}`)
    if (error instanceof UsageError) console.complain(`\n${error.usage}`)
    // A command gives 1 itself, for what it found. Whatever it could not do is another matter.
    return 2
  }
}

// The package is asked for by its own name, which leads to it wherever this file is.
function version(): string {
  const { version } = createRequire(import.meta.url)('http-problems/package.json') as { readonly version: string }
  return version
}
