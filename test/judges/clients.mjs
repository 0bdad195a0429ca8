/** Generates clients of the documents and compiles code that uses them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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

const WRONG_STATUS = 999
const NOT_ASSIGNABLE = 'TS2345'

// What a user writes, and what a user gets wrong.
const consumers = {
  'consumer.ts': (branches) => branches,
  'forgetful.ts': forgetLast,
  'mistaken.ts': (branches) => branches.map((branch) => ({ ...branch, status: branch.status && WRONG_STATUS })),
}

/** Generates a client for each document, version and generator; an exhaustive switch must compile, one that forgets or mistakes something must not. */
export async function judgeClients({ report, fixtures, out }) {
  const loose = {
    ...fixtures[0],
    name: 'types that may be any text',
    slug: 'loose',
    build: (version) => loosened(fixtures[0].build(version)),
  }
  const clients = [...clientsOf(fixtures, out), ...clientsOf([loose], out)]
  await eachOf(clients, (client) => report.check(`${client.name}: a client is made`, () => generate(client)))

  report.heading('Code on the clients, compiled by tsc --strict')
  const files = clients.filter(({ made }) => made).flatMap(({ path }) => Object.keys(consumers).map((name) => join(path, name)))
  const errors = await compileErrors(out, files)
  for (const client of clients) {
    const own = errors.filter(({ file }) => file.startsWith(`${client.path}/`))
    await (client.fixture === loose ? judgeLoose : judgeConsumers)({ report, client, errors: own })
  }
}

async function judgeConsumers({ report, client, errors }) {
  const { fixture, folder, name, path } = client
  const of = (file) => errors.filter((error) => error.file === `${path}/${file}`)
  await report.check(`${name}: an exhaustive switch compiles`, () => {
    if (!client.made) throw new Error('there is no client')
    const bad = errors.filter(({ file }) => !file.endsWith('/forgetful.ts') && !file.endsWith('/mistaken.ts'))
    if (bad.length > 0) failWith(bad.map((error) => `${told(error)}\n    ${sourceOf(folder, path, error)}`))
  })
  await report.check(`${name}: a switch that forgets a type does not`, () => {
    expectCount(of('forgetful.ts').filter(isNotNever).length, fixture.calls.length)
  })
  await report.check(`${name}: a branch that mistakes a member does not`, () => {
    const branches = fixture.calls.flatMap((call) => call.branches).filter(({ status }) => status !== undefined)
    const found = of('mistaken.ts').filter((error) => sourceOf(folder, path, error).includes(`, ${WRONG_STATUS}>`))
    expectCount(found.length, branches.length)
  })
}

// Without what clients narrow by, no switch is exhaustive.
async function judgeLoose({ report, client, errors }) {
  await report.check(`${client.name}: an exhaustive switch does not compile`, () => {
    if (!errors.some((error) => error.file.endsWith('/consumer.ts') && isNotNever(error))) throw new Error('it compiles')
  })
}

function clientsOf(fixtures, out) {
  return fixtures.flatMap((fixture) =>
    Object.keys(versions).flatMap((version) =>
      generators.map((generator) => {
        const path = `${fixture.slug}/${generator.name}/${version}`
        return {
          fixture,
          version,
          generator,
          path,
          folder: join(out, path),
          name: `${fixture.name} ${version} x ${generator.name}`,
        }
      }),
    ),
  )
}

async function generate(client) {
  const { fixture, version, generator, folder } = client
  const { code, stdout, stderr } = await generator.generate(written(folder, version, fixture.build(version)))
  if (code !== 0) throw new Error(`${generator.name} ended with ${code}\n${stdout}${stderr}`)
  if (!existsSync(join(folder, generator.output))) throw new Error(`${generator.name} wrote no client\n${stdout}${stderr}`)
  for (const [name, alter] of Object.entries(consumers)) {
    writeFileSync(join(folder, name), consumerOf({ generator, calls: fixture.calls, alter }))
  }
  client.made = true
  const unsupported = /unsupported[^\n]*version[^\n]*/i.exec(stdout + stderr)?.[0]
  return unsupported && `it says "${unsupported}", and goes on`
}

// "Argument of type ... is not assignable to parameter of type 'never'."
function isNotNever({ code, message }) {
  return code === NOT_ASSIGNABLE && message.endsWith("'never'.")
}

function told({ file, line, code, message }) {
  return `${file}:${line} ${code} ${message}`
}

function sourceOf(folder, path, { file, line }) {
  return readFileSync(join(folder, file.slice(path.length)), 'utf8')
    .split('\n')
    [line - 1].trim()
}

function expectCount(found, expected) {
  if (found !== expected) throw new Error(`tsc refuses ${found} of ${expected}`)
}

// The last branch, or the last status of the only branch.
function forgetLast(branches) {
  const [only] = branches
  return branches.length > 1 ? branches.slice(0, -1) : [{ ...only, statuses: only.statuses.slice(0, -1) }]
}

function loosened(document) {
  for (const schema of Object.values(document.components.schemas)) {
    if (schema.properties?.type !== undefined)
      Object.assign(schema.properties, { type: { type: 'string' }, status: { type: 'integer' } })
  }
  return document
}
