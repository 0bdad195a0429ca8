#!/usr/bin/env node
/** The command line: `npx http-problems <command>`. */
import { run } from './run.js'

process.exitCode = await run(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
})
