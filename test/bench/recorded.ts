/** The numbers of a run that was never made: each is easy to follow to its place on the page. */
import type { NodeNumbers, Numbers } from '../../bench/page/numbers.js'
import type { Measured } from '../../bench/requests/measure.js'

/** What ours took, in microseconds, and what the others took in the same launches. */
function pair(subject: string, base: string, subjectMicros: number, baseMicros: number): Measured {
  return {
    subject,
    base,
    subjectMicros: [1, 2, 4].map((slow) => slow * subjectMicros),
    baseMicros: [1, 2, 4].map((slow) => slow * baseMicros),
  }
}

const loaded = (title: string, wall: number): NodeNumbers['loaded'][number] => ({ title, costs: [{ cpu: wall, wall }] })

/** On Node.js 20 a contender by hand takes 100 microseconds in the first launch. */
export const node20: NodeNumbers = {
  node: 'v20.19.0',
  pairs: {
    express: [
      pair('ours', 'by-hand', 104, 100),
      pair('ours', 'http-errors', 104, 160),
      pair('ours', 'express-http-problem-details', 104, 130),
      pair('ours', 'error-iq', 104, 140),
      pair('ours-route', 'by-hand', 90, 100),
      pair('floor-empty', 'by-hand', 90, 100),
      pair('floor-unchecked', 'by-hand', 98, 100),
      pair('success-ours', 'success', 97, 100),
    ],
    koa: [
      pair('ours', 'by-hand', 100, 100),
      pair('success-ours', 'success', 104, 100),
      pair('success-pass', 'success', 102, 100),
    ],
  },
  errors: [
    {
      problem: { nanoseconds: 60, bytes: 208.4 },
      plain: { nanoseconds: 1000, bytes: 704 },
      floor: { nanoseconds: 50, bytes: 150 },
    },
  ],
  loaded: [loaded('import an empty package', 2), loaded('import http-problems/express', 9.5)],
  profiles: { express: [{ owner: 'ours', where: 'respond server.js:10', micros: 4, share: 0.1 }] },
}

/** All that a run records; Node.js 24 has measured next to nothing. */
export const recorded: Numbers = {
  machine: { processor: 'Abacus', cores: 2, system: 'Linux 6.1', load: 0.1, date: '2026-01-31' },
  versions: { express: '5.0.0', koa: '3.0.0' },
  plan: { launches: 3, rounds: 2, requests: 10, warmup: 5 },
  nodes: [
    node20,
    { node: 'v24.1.0', pairs: { express: [pair('ours', 'by-hand', 80, 100)] }, errors: [], loaded: [], profiles: {} },
  ],
}
