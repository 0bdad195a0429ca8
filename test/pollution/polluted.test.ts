/** What stands on Object.prototype of a polluted process is no option, no member and no fact: everything comes out as in a clean one. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runInContext } from 'node:vm'
import { expect } from 'chai'
import { optionRows } from '../../lib/handler/options.js'
import { makeRealm } from '../realms/realm.js'
import { clean, culprits, kinds, plainKinds, pollute } from './kinds.js'
import { type Making, makings, told } from './made.js'
import { namesInSources } from './names.js'

const names = namesInSources()

function attempt(make: Making): unknown {
  try {
    return make()
  } catch (error) {
    return error
  }
}

const outcome = (make: Making): string => JSON.stringify(told(attempt(make)))

describe('The names under which Object.prototype is polluted', () => {
  it('are those of all options, members and facts', () => {
    const known = [...Object.keys(optionRows), 'detail', 'headers', 'extensions', 'challenges', 'retryAfter', 'status', 'type']
    expect(names).to.include.members(known)
    expect(names.length).to.be.greaterThan(1000)
  })
})

// ajv reads a member that is required, so a getter that throws is met by all who use it.
const OF_AJV = ['validation that refuses', 'validation with alternatives']
const isAjv = (what: string, kind: string): boolean => OF_AJV.includes(what) && kind === 'a getter that throws'

describe('In a polluted process', () => {
  const entries = Object.entries(makings)
  const wanted = new Map(entries.map(([what, make]) => [what, outcome(make)]))

  /** Makes things while names are polluted; what came out is looked at in a clean process. */
  function whilePolluted(some: readonly string[], descriptor: PropertyDescriptor, makes: readonly Making[]): readonly string[] {
    let made: readonly unknown[] = []
    try {
      pollute(some, descriptor)
      made = makes.map(attempt)
    } finally {
      clean(some)
    }
    return made.map((one) => JSON.stringify(told(one)))
  }

  it('comes out the same twice', () => {
    for (const [what, make] of entries) expect(outcome(make), what).to.equal(wanted.get(what))
  })

  for (const [kind, descriptor] of Object.entries(kinds)) {
    it(`everything comes out the same where every name is ${kind}`, async () => {
      const tried = entries.filter(([what]) => !isAjv(what, kind))
      const made = whilePolluted(
        names,
        descriptor,
        tried.map(([, make]) => make),
      )
      for (const [index, [what, make]] of tried.entries()) {
        if (made[index] === wanted.get(what)) continue
        const isSame = async (some: readonly string[]): Promise<boolean> =>
          whilePolluted(some, descriptor, [make])[0] === wanted.get(what)
        expect(await culprits(names, isSame), what).to.deep.equal([])
        expect(made[index], what).to.equal(wanted.get(what))
      }
    })
  }
})

describe('Servers in a polluted process', () => {
  it('answer with the same bytes, whatever the name and the kind', () => {
    const script = fileURLToPath(new URL('./answers.js', import.meta.url))
    const found = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })) as Readonly<Record<string, unknown>>

    expect(Object.keys(found)).to.have.length(2 * plainKinds.length)
    for (const [server, names] of Object.entries(found)) expect(names, server).to.deep.equal([])
  })
})

// To every CommonJS module, which defines `__esModule` with a literal.
const BREAKS_MODULES = ['get', 'set']

const LOADED = `[
  new main.Conflict('a'), new main.registeredTypes.QuotaExceeded({ 'violated-policies': ['a'] }, { retryAfter: 5 }),
  main.toProblem(Object.assign(new Error('x'), { code: '23505', severity: 'ERROR' })), compat(404, 'x', { a: 1 }),
  main.describeStatus(404), openapi.problemComponents([main.NotFound], { version: '3.1' }),
  [express.problemHandler(), express.notFoundHandler(), koa.problemHandler(), main.map(RangeError, main.NotFound)].map((one) => typeof one),
]`

describe('A package that is loaded into a polluted realm', () => {
  const wanted = JSON.stringify(makeRealm().evaluate(LOADED))

  for (const [kind, descriptor] of plainKinds) {
    it(`does the same where every name is ${kind}`, async () => {
      const isSame = async (some: readonly string[]): Promise<boolean> => {
        let root = {}
        let made: unknown
        try {
          const realm = makeRealm({}, (context) => {
            root = runInContext('Object.prototype', context) as object
            pollute(some, descriptor, root)
          })
          made = realm.evaluate(LOADED)
        } catch (error) {
          made = String(error)
        } finally {
          clean(some, root)
        }
        return JSON.stringify(made) === wanted
      }
      expect(wanted).to.include('"status":429')
      expect(
        await culprits(
          names.filter((name) => !BREAKS_MODULES.includes(name)),
          isSame,
        ),
      ).to.deep.equal([])
    })
  }
})
