#!/usr/bin/env node
/** The command line: `npx http-problems <command>`. */
import { run } from './run.js'

const code = await run(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
})
// Whatever the user's module has left open, a timer or a connection, the work is done. First what was printed goes out.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
