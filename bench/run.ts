/** Compares our error responses with those of others: `npm run bench -- --help`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { type Arguments, readArguments, USAGE } from './arguments.js'
import { measureNode } from './measure-node.js'
import { nodeProgram } from './nodes.js'
import { limitsText } from './page/limits.js'
import { thisMachine } from './page/machine.js'
import type { NodeNumbers, Numbers } from './page/numbers.js'
import { writePage } from './page/write.js'
import { comparedVersions, installPeers } from './peers/peers.js'
import { showProfile, takeProfile } from './requests/profile/profile.js'

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
  const started = Date.now()
  // What an earlier run wrote.
  if (options.from !== undefined) return writePage(JSON.parse(readFileSync(options.from, 'utf8')) as Numbers)
  await installPeers()
  const nodes = await Promise.all(options.nodes.map(nodeProgram))
  if (options.profile !== undefined) {
    for (const node of nodes) console.log(showProfile(await takeProfile(options.profile, node, options.plan)))
    return
  }

  const { plan, whole, inProcess, json } = options
  const machine = thisMachine()
  const { launches, rounds, requests, warmup } = plan
  console.log(
    `NODE_ENV=production, ${inProcess ? 'sockets in memory' : 'real HTTP on 127.0.0.1, 16 keep-alive connections'}
${launches} launches of each pair of servers, ${rounds} rounds in turns of ${requests} requests after ${warmup} to warm up\n`,
  )
  const measured: NodeNumbers[] = []
  for (const node of nodes) measured.push(await measureNode(node, options))
  const numbers: Numbers = { machine, versions: comparedVersions(), plan, nodes: measured }
  console.log(limitsText(measured))
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(numbers, null, 2)}\n`)
  if (whole) await writePage(numbers)
  console.log(`Done in ${Math.round((Date.now() - started) / 1000)} s.`)
}
