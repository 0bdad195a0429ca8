/** Compares our error responses with those of others: `npm run bench -- --help`. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { type Arguments, readArguments, USAGE } from './arguments.js'
import { contendersOf } from './contenders/index.js'
import { measure } from './measure.js'
import { showProfile, takeProfile } from './profile/profile.js'
import { makeReport, type Report, showReport } from './report.js'

const args = process.argv.slice(2)
if (args.includes('--help')) console.log(USAGE)
else {
  try {
    await run(readArguments(args))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

async function run(options: Arguments): Promise<void> {
  const version = execFileSync(options.node, ['--version'], { encoding: 'utf8' }).trim()
  if (options.profile !== undefined) {
    console.log(showProfile(await takeProfile(options.profile, version, options)))
    return
  }
  const { launches, rounds, requests, warmup } = options.plan
  const transport = options.inProcess ? 'sockets in memory' : 'real HTTP on 127.0.0.1, 16 keep-alive connections'
  console.log(`Node ${version}, NODE_ENV=production, ${transport}`)
  console.log(
    `${launches} launches of each pair of servers, ${rounds} rounds in turns of ${requests} requests after ${warmup} to warm up\n`,
  )
  const started = Date.now()
  const reports: Report[] = []
  for (const framework of options.frameworks) {
    const measured = await measure(framework, options, showProgress)
    const report = makeReport(framework, await contendersOf(framework), measured)
    reports.push(report)
    console.log(showReport(report))
    if (options.json !== undefined) {
      writeFileSync(
        options.json,
        `${JSON.stringify({ node: version, plan: options.plan, inProcess: options.inProcess, reports }, null, 2)}\n`,
      )
    }
  }
  console.log(`Done in ${Math.round((Date.now() - started) / 1000)} s.`)
}

// On standard error, so that the table can go to a file.
function showProgress(text: string): void {
  process.stderr.write(`${text}\n`)
}
