/** What is said elsewhere about performance is no better than what was measured, and peers get the frameworks of the repository. */
import { expect } from 'chai'
import { readSource } from '../docs/root.js'

/** Reads the first number of a row: the median on Node.js 20. */
function measured(what: string): number {
  const page = readSource('docs/reference/performance.md')
  const line = page.split('\n').find((text) => text.startsWith(`| ${what}`))
  return Number.parseFloat(line?.split(' | ')[1] ?? '')
}

describe('claims about performance', () => {
  for (const { claim, what } of [
    {
      claim: /takes ([\d.]+) times the CPU of a hand-written/,
      what: 'Express 5, `app.use(problemHandler())` / `res.status(409).json()`',
    },
    { claim: /([\d.]+) times that of http-errors/, what: 'Express 5, `app.use(problemHandler())` / http-errors' },
  ]) {
    it(`are no better than the row "${what}"`, () => {
      const [, claimed = ''] = claim.exec(readSource('README.md')) ?? []
      const digits = claimed.split('.')[1]?.length ?? 0
      expect(Number(claimed)).to.be.at.least(Number(measured(what).toFixed(digits)))
    })
  }
})

describe('the lock file of the peers', () => {
  interface Lock {
    readonly packages: Readonly<Record<string, { readonly version: string } | undefined>>
  }
  const read = (path: string): Lock => JSON.parse(readSource(path)) as Lock

  for (const name of ['express', 'koa']) {
    it(`has the ${name} of the repository`, () => {
      const [ours, theirs] = ['package-lock.json', 'bench/peers/package-lock.json'].map(
        (path) => read(path).packages[`node_modules/${name}`]?.version,
      )
      expect(theirs).to.be.a('string').and.equal(ours)
    })
  }
})
