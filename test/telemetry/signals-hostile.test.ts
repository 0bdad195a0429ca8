/** Trackers, tracers and meters that fail, and errors that are hostile: the answer is the same, and what failed is told once. */
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { captureProblems, countProblems, traceMember, traceProblems } from '../../lib/telemetry/index.js'
import type { CountTarget } from '../../lib/telemetry/metrics/count-problems.js'
import type { OpenTelemetryApi } from '../../lib/telemetry/trace/open-telemetry.js'
import { frameworks, start } from '../contract/framework.js'
import { unhandledRejections } from '../respond/unhandled-rejections.js'
import { eventFor } from './logged.js'
import { FakeSpan, tracing, withTracing } from './tracing.js'

const fails = (): never => {
  throw new Error('the tracker is down')
}

const failing = <Target extends object>(): Target => new Proxy({}, { get: () => fails }) as Target

const withSpan = (span: unknown): OpenTelemetryApi => ({ context: { active: () => ({ getValue: () => ({ span }) }) } })

const listeners = {
  'a tracker that throws': captureProblems(fails),
  'a tracker that rejects': captureProblems(() => Promise.reject(new Error('x'))),
  'a tracker that never ends': captureProblems(() => new Promise(() => undefined)),
  'a filter that throws': captureProblems(() => undefined, { when: fails }),
  'a context that throws': traceProblems({ api: { context: { active: fails } } }),
  'a context that is none': traceProblems({ api: { context: { active: () => 7 as never } } }),
  'a span that throws': traceProblems({ api: withSpan(failing()), exceptions: 'span-event' }),
  'a span that is none': traceProblems({ api: withSpan('x') }),
  'a tracer that throws': traceProblems({ api: failing() }),
  'a meter that throws': countProblems({ createCounter: fails }),
  'meters that throw': countProblems({ getMeter: fails }),
  'a counter that throws': countProblems({ createCounter: () => ({ add: fails }) }),
}

// These say nothing: nothing has failed.
const SILENT = ['a tracker that never ends']

async function warningsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = []
  const listener = (warning: Error): void => void (warning.name === 'ProblemWarning' && seen.push(warning.message))
  process.on('warning', listener)
  try {
    await work()
    await setTimeout(10)
  } finally {
    process.off('warning', listener)
  }
  return seen
}

describe('A listener of telemetry that fails', () => {
  for (const framework of frameworks) {
    it(`changes no answer of ${framework.name}, and is told once`, async () => {
      for (const [name, onProblem] of Object.entries(listeners)) {
        const { url, close } = await start(framework, {
          options: { onProblem },
          handle: () => {
            throw new Error('db-17 is down')
          },
        })
        try {
          const rejections = await unhandledRejections(async () => {
            const warnings = await warningsOf(async () => {
              for (let time = 0; time < 3; time++) {
                const response = await fetch(url)
                expect([response.status, await response.json()], name).to.deep.equal([
                  500,
                  { type: 'about:blank', title: 'Internal Server Error', status: 500 },
                ])
              }
            })
            expect(warnings.length, name).to.equal(SILENT.includes(name) ? 0 : 1)
          })
          expect(rejections, name).to.deep.equal([])
        } finally {
          await close()
        }
      }
    })

    it(`keeps no member but those of a tracing that fails from the body of ${framework.name}, and is told once`, async () => {
      for (const members of [traceMember({ traceId: fails }), traceMember({ api: { context: { active: fails } } })]) {
        const { url, close } = await start(framework, { options: { members }, handle: fails })
        try {
          const warnings = await warningsOf(async () => {
            for (let time = 0; time < 3; time++)
              expect(((await (await fetch(url)).json()) as { status: number }).status).to.equal(500)
          })
          expect(warnings).to.have.length(1)
          expect(warnings[0]).to.contain('options.members')
        } finally {
          await close()
        }
      }
    })
  }
})

/** Errors that are hostile to whoever reads them. */
const hostile = (): Record<string, unknown> => {
  const circle = new Error('circle')
  circle.cause = circle
  const chain = Array.from({ length: 1000 }).reduce<Error>((cause) => new Error('link', { cause }), new Error('end'))
  return {
    getters: Object.defineProperties(
      Object.assign(new Error('x'), { stack: '' }),
      Object.fromEntries(['message', 'name', 'stack', 'cause', 'code', 'constructor'].map((key) => [key, { get: fails }])),
    ),
    proxy: new Proxy({}, { get: fails, has: fails, getPrototypeOf: fails, ownKeys: fails, getOwnPropertyDescriptor: fails }),
    huge: new Error('x'.repeat(10_000_000)),
    hugeName: Object.assign(new Error('x'), { name: 'N'.repeat(10_000_000) }),
    circle,
    chain,
    lines: new Error('x\r\n    at forged (file.js:1:1)\x1b[2J'),
    frozen: Object.freeze(new Error('x')),
  }
}

describe('Listeners of telemetry', () => {
  for (const [name, thrown] of Object.entries(hostile())) {
    it(`take an error of the kind ${name}, within bounds`, () => {
      const span = new FakeSpan()
      const all = tracing(span)
      const captured: unknown[] = []
      const begun = performance.now()
      withTracing(all, () => {
        for (const exceptions of ['span-event', 'log', 'none'] as const) traceProblems({ exceptions })(eventFor(thrown))
        captureProblems((error, hint) => captured.push(error, hint))(eventFor(thrown))
        countProblems({ createCounter: () => ({ add: () => undefined }) } as CountTarget)(eventFor(thrown))
      })
      expect(performance.now() - begun).to.be.below(1000)
      expect(captured).to.have.length(2)
      const told = JSON.stringify([span.attributes, span.events, all.records, captured[1]])
      expect(told.length).to.be.below(100_000)
      expect(told).not.to.match(/\\u001b|"exception.stacktrace":"[^"]*\\n {4}at forged/)
    })
  }
})
