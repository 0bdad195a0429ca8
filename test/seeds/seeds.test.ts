import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { readConfigureGlobal } from 'fast-check'
import { seedOf } from './seed.js'

const script = fileURLToPath(new URL('./run.js', import.meta.url))

function seeds(seed: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, HTTP_PROBLEMS_TEST_SEED: seed, NODE_V8_COVERAGE: '' }
  return spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' })
}

describe('Property tests', () => {
  it('have one seed for the whole run', () => {
    expect(readConfigureGlobal().seed).to.be.a('number')
  })

  it('take the seed from the environment', () => {
    expect([seedOf('7'), seedOf('-3')]).to.deep.equal([7, -3])
    expect(new Set([seedOf(undefined), seedOf(undefined), seedOf('')]).size).to.be.greaterThan(1)
  })

  for (const text of ['x', '1.5', '99999999999', 'NaN']) {
    it(`refuse the seed ${text}, and say how it is given`, () => {
      expect(() => seedOf(text)).to.throw(/^HTTP_PROBLEMS_TEST_SEED must be .* Try: HTTP_PROBLEMS_TEST_SEED=1 npm test$/)
    })
  }
})

describe('npm run test:seeds', () => {
  it('says of each seed what came out', () => {
    const { status, stdout } = seeds('8', '1', '.build/test/seeds/odd.js')
    expect(stdout).to.match(/^1\/1 {2}seed 8: passed \(\d+\.\d s\)\n1 of 1 seeds tried, 0 failed\n$/)
    expect(status).to.equal(0)
  })

  it('names a seed that fails, what failed, and the command that repeats it', () => {
    const { status, stdout } = seeds('7', '1', '.build/test/seeds/odd.js')
    expect(stdout).to.include('1/1  seed 7: FAILED').and.include('a property that not every seed finds broken holds')
    expect(stdout).to.include('HTTP_PROBLEMS_TEST_SEED=7 npx mocha --spec .build/test/seeds/odd.js')
    expect(stdout).to.match(/1 of 1 seeds tried, 1 failed: 7\n$/)
    expect(status).to.equal(1)
  })

  it('does not pass where no test runs', () => {
    const { status, stdout } = seeds('7', '1', '.build/test/seeds/none.js')
    expect(stdout).to.include('The tests did not run.')
    expect(status).to.equal(1)
  })

  it('refuses a number of seeds that is none', () => {
    const { status, stderr } = seeds('7', 'many')
    expect(stderr).to.equal('The number of seeds must be 1 or more, but is "many".\n')
    expect(status).to.equal(2)
  })
})
