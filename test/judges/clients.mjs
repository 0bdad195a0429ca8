/** Generates clients of the documents and compiles code that uses them. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileErrors } from './compile.mjs'
import { consumerOf } from './consumer.mjs'
import { versions } from './document.mjs'
import { heyApi } from './generators/hey-api.mjs'
import { openapiTypescript } from './generators/openapi-typescript.mjs'
import { orval } from './generators/orval.mjs'
import { written } from './judging.mjs'
import { eachOf } from './pool.mjs'
import { failWith } from './report.mjs'

const generators = [openapiTypescript, heyApi, orval]
const CONSUMER = 'consumer.ts'
const FORGETFUL = 'forgetful.ts'
const MISTAKEN = 'mistaken.ts'

/** Generates a client for each document, version and generator; an exhaustive switch must compile, one that forgets or mistakes something must not. */
export async function judgeClients({ report, fixtures, out }) {
  await eachOf(casesOf(fixtures), async ({ fixture, version, generator }) => {
    const name = `${fixture.name} ${version} x ${generator.name}`
    let errors = []
    await report.check(`${name}: an exhaustive switch compiles`, async () => {
      const folder = join(out, fixture.slug, generator.slug, version)
      const said = await generate({ generator, fixture, version, folder })
      errors = await compileErrors(folder, [CONSUMER, FORGETFUL, MISTAKEN])
      const own = errors.filter(({ file }) => file !== FORGETFUL && file !== MISTAKEN)
      if (own.length > 0) failWith(own.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`))
      return said
    })
    await report.check(`${name}: a switch that forgets a type does not`, () => {
      expectCount(errors.filter(isNotNever(FORGETFUL)).length, fixture.calls.length)
    })
    await report.check(`${name}: a branch that mistakes a member does not`, () => {
      const branches = fixture.calls.flatMap((call) => call.branches).filter(({ status }) => status !== undefined)
      expectCount(errors.filter(({ file, code }) => file === MISTAKEN && code === 'TS2345').length, branches.length)
    })
  })
}

/** Takes from a document what clients narrow by: no client of it may pass. */
export async function judgeLooseClients({ report, fixture, out }) {
  const loose = { ...fixture, slug: 'loose', build: (version) => loosened(fixture.build(version)) }
  await eachOf(casesOf([loose]), ({ version, generator }) =>
    report.check(`${version} x ${generator.name}: a switch on a type that may be any text does not compile`, async () => {
      const folder = join(out, loose.slug, generator.slug, version)
      await generate({ generator, fixture: loose, version, folder })
      const errors = await compileErrors(folder, [CONSUMER])
      if (!errors.some(isNotNever(CONSUMER))) throw new Error('it compiles')
    }),
  )
}

function casesOf(fixtures) {
  return fixtures.flatMap((fixture) =>
    Object.keys(versions).flatMap((version) => generators.map((generator) => ({ fixture, version, generator }))),
  )
}

// "Argument of type ... is not assignable to parameter of type 'never'."
function isNotNever(name) {
  return ({ file, code, message }) => file === name && code === 'TS2345' && message.endsWith("'never'.")
}

function expectCount(found, expected) {
  if (found !== expected) throw new Error(`tsc refuses ${found} of ${expected}`)
}

async function generate({ generator, fixture, version, folder }) {
  const { code, stdout, stderr } = await generator.generate(written(folder, version, fixture.build(version)))
  if (code !== 0) throw new Error(`${generator.name} ended with ${code}\n${stdout}${stderr}`)
  if (!existsSync(join(folder, generator.output))) throw new Error(`${generator.name} wrote no client\n${stdout}${stderr}`)
  const { calls } = fixture
  const write = (name, alter) => writeFileSync(join(folder, name), consumerOf({ generator, calls, alter }))
  write(CONSUMER)
  write(FORGETFUL, (branches) => branches.slice(1))
  write(MISTAKEN, (branches) => branches.map((branch) => ({ ...branch, status: branch.status && 999 })))
  const unsupported = /unsupported[^\n]*version[^\n.]*[\d.]+/i.exec(stdout + stderr)?.[0]
  return unsupported && `it says "${unsupported}" and goes on`
}

function loosened(document) {
  for (const { properties } of Object.values(document.components.schemas))
    if ('type' in properties) properties.type = { type: 'string' }
  return document
}
