/** Picks the command and turns what goes wrong into a message and an exit code: 1 for a failed command, 2 for a wrong command line. */
import { type Console, compile } from './compile.js'
import { UsageError } from './usage-error.js'

/** The commands by name. */
const commands: Readonly<Record<string, (args: readonly string[], console: Console) => Promise<number>>> = { compile }

const usage = `Usage: http-problems <command>

Commands:
  compile   Writes validators for the members of declared problem types.

http-problems <command> --help says more.`

/** Runs a command line; gives the exit code. */
export async function run(args: readonly string[], console: Console): Promise<number> {
  const [name = '', ...rest] = args
  if (name === '--help' || name === '-h') {
    console.print(usage)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (command === undefined) throw new UsageError(name === '' ? 'no command' : `unknown command ${JSON.stringify(name)}`, usage)
    return await command(rest, console)
  } catch (error) {
    const isUsage = error instanceof UsageError
    console.complain(`http-problems: ${error instanceof Error ? error.message : String(error)}`)
    if (isUsage) console.complain(`\n${error.usage}`)
    return isUsage ? 2 : 1
  }
}
