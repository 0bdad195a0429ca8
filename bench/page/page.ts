/** Writes `docs/reference/performance.md` as text. */
import { majors } from '../nodes.js'
import { type Framework, frameworks } from '../requests/contenders/index.js'
import { type SelfTime, timesOfOwners } from '../requests/profile/self-times.js'
import { limitsTable } from './limits.js'
import type { NodeNumbers, Numbers } from './numbers.js'
import { type AllContenders, frameworkTitles, rank } from './ranking.js'

const MOST_FUNCTIONS = 12

/** Makes the page from the numbers of a whole run. */
export function makePage(numbers: Numbers, contenders: AllContenders): string {
  const { launches, rounds, requests, warmup } = numbers.plan
  return [
    '# Performance',
    '',
    '`npm run bench` wrote this page. What counts is the CPU time that a server takes for a request, and how it compares with that of others which answer the same request in the same run.',
    '',
    '## The limits',
    '',
    `Ratios are medians of ${launches} launches, with the quartiles in parentheses; less than 1 is cheaper than the other. Where two limits stand in a cell, the first is for Node ${majors.join(', the second for Node ')}. Node ${majors[0]} alone has limits for what is no request. The depth of a stack is that of functions which differ, as those of an app do. Times to load are by the wall clock, in the best launch. Where a limit is missed, the floor stands beside it: what is reached by something that does less in the place of ours. [The profiles](#where-the-time-goes) show what the rest is spent on.`,
    '',
    ...limitsTable(numbers.nodes),
    '',
    '## Every contender',
    '',
    '![The CPU time of each contender divided by that of an answer by hand, on Express 5 and Koa 3.](../images/performance.svg)',
    '',
    'The CPU time for a request, and the same divided by that of an answer which a handler writes by hand, without a throw. Times of different contenders were taken at different moments: compare the ratios. A floor shows what is left when the handler does nothing: it throws an error that was made once, and answers with no content, or with bytes that were known before. The last kind makes the same answer as ours, without a look at what was thrown, at what others set on the response, or at what goes out.',
    '',
    ...frameworks.flatMap((framework) => [...contendersTable(framework, numbers, contenders), '']),
    '## Where the time goes',
    '',
    `A CPU profile of \`app.use(problemHandler())\` under load: self times for a request, without those of functions that were called. The profiler itself takes some. The ${MOST_FUNCTIONS} most expensive functions, on Node ${majors[0]}:`,
    '',
    ...frameworks.flatMap((framework) => profileSection(framework, numbers.nodes)),
    '## The machine and the command',
    '',
    ...machineTable(numbers),
    '',
    `\`NODE_ENV=production\`, real HTTP on 127.0.0.1 with 16 connections. Each pair of contenders starts afresh for each launch, in processes of their own, and takes turns: ${rounds} rounds of ${requests} requests after ${warmup} to warm up. Before that, status, Content-Type and body of each are compared with what they must be, byte by byte.`,
    '',
    '```sh',
    'npm run bench                             # all of it, about a quarter of an hour',
    'npm run bench -- --quick                  # about a minute; shows the numbers and writes nothing',
    'npm run bench -- --profile express:ours   # where the time goes now',
    '```',
    '',
  ].join('\n')
}

function contendersTable(framework: Framework, { nodes }: Numbers, contenders: AllContenders): string[] {
  const cell = (ratio: number, micros: number): string =>
    Number.isNaN(ratio) ? '' : `${ratio.toFixed(2)} (${micros.toFixed(1)} us)`
  return [
    `| ${frameworkTitles[framework]} | ${majors.map((major) => `Node ${major}`).join(' | ')} |`,
    `|---|${'---|'.repeat(majors.length)}`,
    ...rank(framework, contenders[framework], nodes).map(
      ({ title, ratios, micros }) =>
        `| ${title} | ${ratios.map((ratio, index) => cell(ratio, micros[index] ?? Number.NaN)).join(' | ')} |`,
    ),
  ]
}

function profileSection(framework: Framework, nodes: readonly NodeNumbers[]): string[] {
  const owners = nodes.flatMap(({ node, profiles }) => {
    const shares = timesOfOwners(profiles[framework] ?? []).map(({ owner, micros }) => `${owner} ${micros.toFixed(1)} us`)
    return shares.length === 0 ? [] : [`- Node ${node}: ${shares.join(', ')}`]
  })
  const times = nodes[0]?.profiles[framework] ?? []
  return [
    `### ${frameworkTitles[framework]}`,
    '',
    ...owners,
    '',
    '| Function | whose | us | share |',
    '|---|---|---|---|',
    ...times.slice(0, MOST_FUNCTIONS).map(functionRow),
    '',
  ]
}

function functionRow({ owner, where, micros, share }: SelfTime): string {
  return `| \`${where}\` | ${owner} | ${micros.toFixed(2)} | ${(share * 100).toFixed(1)} % |`
}

function machineTable({ machine, versions, nodes }: Numbers): string[] {
  return [
    '| | |',
    '|---|---|',
    `| Processor | ${machine.processor}, ${machine.cores} cores |`,
    `| System | ${machine.system}, load ${machine.load.toFixed(1)} before the run |`,
    `| Node.js | ${nodes.map(({ node }) => node.slice(1)).join(', ')} |`,
    `| Packages | ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')} |`,
    `| Date | ${machine.date} |`,
  ]
}
