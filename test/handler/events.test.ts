import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import type { ProblemFault } from '../../lib/guard/fault.js'
import type { ProblemEvent, Tell } from '../../lib/handler/event.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { listenersOf, tellAll } from '../../lib/handler/tell.js'
import { Conflict } from '../../lib/problem/classes.js'
import { plainFacts } from '../respond/answer-to.js'
import { unhandledRejections } from '../respond/unhandled-rejections.js'

// The word itself stays out of object literals, so that no reader takes them for promises by mistake.
const THEN = 'then'

type Warning = Error & { readonly code?: string }

const problem = new Conflict('Paid.')
const eventWith = (...faults: ProblemFault[]): ProblemEvent => ({
  thrown: problem,
  problem,
  status: 409,
  document: problem.toJSON(),
  outcome: 'answered',
  faults,
  facts: plainFacts,
  mappedBy: 'own',
  route: undefined,
  method: 'GET',
  path: '/',
  duration: undefined,
})
const faultAt = (place: string): ProblemFault => ({ code: 'ERR_PROBLEM_MEMBER', place, expected: 'a', got: 'b' })

async function warningsOf(work: () => unknown): Promise<Warning[]> {
  const seen: Warning[] = []
  const listener = (warning: Warning): void => void (warning.name === 'ProblemWarning' && seen.push(warning))
  process.on('warning', listener)
  try {
    await work()
    await setTimeout(10)
  } finally {
    process.off('warning', listener)
  }
  return seen
}

const tellerOf = (...given: Parameters<typeof listenersOf>): Tell<unknown> => tellAll(listenersOf(...given))

describe('tellAll()', () => {
  it('shows control characters in its warnings: the place of a fault may be a name from a request', async () => {
    const evil = 'extensions.\u001b[2J\nhttp-problems: answered 500 to GET /\u202e'
    const warnings = await warningsOf(() => tellerOf({ logger: false }, () => undefined)(eventWith(faultAt(evil))))

    expect(warnings.map(({ message }) => message.split(': expected')[0])).to.deep.equal([
      'extensions.\\x1b[2J\\x0ahttp-problems: answered 500 to GET /\\u202e',
    ])
  })

  it('gives the event to onProblem and to the default log', () => {
    const seen: unknown[][] = []
    const report = tellerOf({ onProblem: (...args) => seen.push(['onProblem', ...args]) }, (...args) =>
      seen.push(['log', ...args]),
    )
    const event = eventWith()
    report(event)

    expect(seen).to.deep.equal([
      ['onProblem', event],
      ['log', event],
    ])
    expect(seen[0]?.[1]).to.equal(event)
  })

  it('gives it to each of a list in its order, and names by its place the one that fails', async () => {
    const seen: string[] = []
    const warnings = await warningsOf(() => {
      const onProblem = [
        () => void seen.push('first'),
        () => {
          throw new Error('secret')
        },
        () => void seen.push('last'),
      ]
      const tell = tellerOf({ logger: false, onProblem }, () => undefined)
      onProblem.push(() => void seen.push('too late'))
      tell(eventWith())
    })

    expect(seen).to.deep.equal(['first', 'last'])
    expect(warnings.map(({ message }) => message.split(': ')[0])).to.deep.equal(['onProblem[1]'])
  })

  it('lets no listener change what the next one sees', () => {
    const seen: unknown[] = []
    const change = (event: ProblemEvent): void => {
      expect(Reflect.set(event, 'status', 200)).to.equal(false)
      expect(Reflect.set(event.document, 'title', 'Forged')).to.equal(false)
    }
    const see = ({ status, document }: ProblemEvent): void => void seen.push(status, document.title)
    tellerOf({ logger: false, onProblem: [change, see] }, () => undefined)(eventWith())
    expect(seen).to.deep.equal([409, 'Conflict'])
  })

  it('is content with an empty list', () => {
    expect(listenersOf({ logger: false, onProblem: [] }, () => undefined)).to.deep.equal([])
  })

  it('gives it to a logger instead of the default log, and to nobody where logger is false', () => {
    const seen: string[] = []
    const log = (): void => void seen.push('default')
    tellerOf({ logger: () => seen.push('own') }, log)(eventWith())
    tellerOf({ logger: false }, log)(eventWith())

    expect(seen).to.deep.equal(['own'])
  })

  it('warns once for each kind of fault, with code, place and what to do', async () => {
    const warnings = await warningsOf(() => {
      const report = tellerOf({ logger: false }, () => undefined)
      for (let count = 0; count < 5; count++) report(eventWith(faultAt('extensions.a'), faultAt('extensions.b')))
    })

    expect(warnings.map(({ message }) => message.split(':', 1)[0])).to.deep.equal(['extensions.a', 'extensions.b'])
    expect(warnings[0]).to.include({ name: 'ProblemWarning', code: 'ERR_PROBLEM_MEMBER' })
    expect(warnings[0]?.message).to.contain('expected a, got b').and.contain('docs/reference/faults.md')
  })

  it('warns again for another handler', async () => {
    const warnings = await warningsOf(() => {
      for (let count = 0; count < 2; count++) tellerOf({ logger: false }, () => undefined)(eventWith(faultAt('x')))
    })

    expect(warnings).to.have.length(2)
  })

  it('gives at most 50 warnings, whatever comes from outside', async () => {
    const warnings = await warningsOf(() => {
      const report = tellerOf({ logger: false }, () => undefined)
      for (let count = 0; count < 1000; count++) report(eventWith(faultAt(`extensions.${count}`)))
    })

    expect(warnings).to.have.length(50)
  })

  it('says nothing where there is no process to warn', () => {
    const { process } = globalThis
    Reflect.deleteProperty(globalThis, 'process')
    try {
      tellerOf({ logger: false }, () => undefined)(eventWith(faultAt('x')))
      Object.assign(globalThis, { process: {} })
      tellerOf({ logger: false }, () => undefined)(eventWith(faultAt('x')))
    } finally {
      globalThis.process = process
    }
    expect(globalThis.process).to.equal(process)
  })

  for (const name of ['onProblem', 'logger'] as const) {
    for (const [how, hook] of [
      [
        'throws',
        () => {
          throw new Error('secret')
        },
      ],
      [
        'throws null',
        () => {
          throw null
        },
      ],
      ['rejects', () => Promise.reject(new Error('secret'))],
      [
        'gives a thenable that throws',
        () => ({
          [THEN]() {
            throw new Error('secret')
          },
        }),
      ],
      [
        'gives a thenable that can be read once',
        () => {
          let reads = 0
          return {
            get [THEN]() {
              if (reads++ > 0) throw new Error('secret')
              return () => undefined
            },
          }
        },
      ],
    ] as const) {
      it(`warns once where ${name} ${how}, and no rejection stays unhandled`, async () => {
        let warnings: Warning[] = []
        const rejections = await unhandledRejections(async () => {
          warnings = await warningsOf(() => {
            const report = tellerOf({ logger: false, [name]: hook } as HandlerOptions, () => undefined)
            report(eventWith())
            report(eventWith())
          })
        })

        expect(rejections).to.deep.equal([])
        expect(warnings.map(({ code }) => code)).to.deep.equal(['ERR_PROBLEM_HOOK'])
        expect(warnings[0]?.message)
          .to.match(new RegExp(`^${name}: `))
          .and.not.contain('secret')
      })
    }

    it(`takes whatever ${name} gives back`, async () => {
      const warnings = await warningsOf(() => {
        for (const result of [undefined, null, 7, {}, { [THEN]: 7 }, Promise.resolve(), () => 1]) {
          tellerOf({ logger: false, [name]: () => result } as HandlerOptions, () => undefined)(eventWith())
        }
      })

      expect(warnings).to.deep.equal([])
    })
  }
})
