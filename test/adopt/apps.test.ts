/**
 * Three apps in the style of popular boilerplates, written without this package. Each moves in by a patch of a few lines: its old tests pass as
 * they are, and whoever asks for problems gets nothing but problems.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { checkProblem, fetchPlain, type Sent } from '../contract/problem-response.js'
import { applyPatch, readPatch } from './patch.js'
import { ASKS, serving, type Told } from './serving.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const sources = `${root}test/adopt/apps`

const EXPRESS = ['express-4', 'express-5.0', 'express']
const KOA = ['koa-2', 'koa']

/** By name: the framework of each app, and the packages of its versions. */
const apps: Readonly<Record<string, readonly [framework: string, packages: readonly string[]]>> = {
  boilerplate: ['express', EXPRESS],
  library: ['koa', KOA],
  tasks: ['express', EXPRESS],
}

const MOST_CHANGED = 15

type ErrorRow = readonly [
  method: string,
  path: string,
  headers: Record<string, string>,
  body: unknown,
  status: number,
  detail?: string | RegExp,
]

interface Copy {
  readonly app: unknown
  readonly errors: readonly ErrorRow[]
}

// Beneath the package, whose name its imports find; the copy of each purpose has a state of its own.
mkdirSync(`${root}.build`, { recursive: true })
const folder = mkdtempSync(`${root}.build/adopt-`)
after(() => rmSync(folder, { recursive: true }))

function copyOf(name: string, version: string, purpose: string): string {
  const [framework] = apps[name] as (typeof apps)[string]
  const copy = `${folder}/${name}-${version}-${purpose}`
  cpSync(`${sources}/${name}`, copy, { recursive: true })
  if (purpose.startsWith('moved')) {
    const patch = readPatch(readFileSync(`${copy}/move-in.patch`, 'utf8'))
    writeFileSync(`${copy}/${patch.file}`, applyPatch(patch, readFileSync(`${copy}/${patch.file}`, 'utf8')))
  }
  for (const file of readdirSync(copy)) {
    const text = readFileSync(`${copy}/${file}`, 'utf8')
    writeFileSync(`${copy}/${file}`, text.replaceAll(`from '${framework}'`, `from '${version}'`))
  }
  return copy
}

async function load(copy: string): Promise<Copy> {
  const [{ app }, { errors }] = await Promise.all(
    ['app.js', 'errors.js'].map((file) => import(pathToFileURL(`${copy}/${file}`).href)),
  )
  app.set?.('env', 'test')
  return { app, errors }
}

function sentOf([method, , headers, body]: ErrorRow, more: Record<string, string>): Sent {
  if (body === undefined) return { method, headers: { ...headers, ...more } }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { method, headers: { ...headers, ...more, 'content-type': 'application/json' }, body: text }
}

async function replay({ app, errors }: Copy, more: Record<string, string> = {}): Promise<readonly Told[]> {
  return serving(app, async (url) => {
    const answers: Told[] = []
    for (const row of errors) {
      const { status, headers, bytes } = await fetchPlain(`${url}${row[1]}`, sentOf(row, more))
      answers.push({ status, fields: Object.fromEntries(headers), text: bytes.toString() })
    }
    return answers
  })
}

// The paths of the copies, in the stacks on the pages that Express makes; and what differs from one moment to the next.
function comparable({ status, fields, text }: Told): unknown {
  const { date: _, vary: __, 'content-length': length, ...rest } = fields
  const isStack = text.includes('<br> &nbsp;')
  return { status, fields: { ...rest, length: isStack ? 0 : length }, text: isStack ? text.slice(0, 130) : text }
}

const withTitle = (title: string): (() => void) => {
  const original = globalThis.describe
  globalThis.describe = Object.assign((name: string, run: () => void) => original(`${title}: ${name}`, run), original)
  return () => {
    globalThis.describe = original
  }
}

for (const [name, [, packages]] of Object.entries(apps)) {
  for (const version of packages) {
    for (const purpose of ['tests', 'moved-tests']) {
      // The old tests, as they are: mocha takes what they describe.
      const restore = withTitle(`The app ${name} on ${version}, ${purpose === 'tests' ? 'as it was' : 'moved in'}`)
      await import(pathToFileURL(`${copyOf(name, version, purpose)}/old.test.js`).href)
      restore()
    }

    describe(`The app ${name} on ${version}, moved in`, () => {
      it('answers old clients as before, byte for byte', async () => {
        const before = await replay(await load(copyOf(name, version, 'old')))
        const after = await replay(await load(copyOf(name, version, 'moved')))
        expect(after.map(comparable)).to.deep.equal(before.map(comparable))
        for (const { status, fields } of after) if (status >= 400) expect(fields['vary']).to.match(/\bAccept\b/)
      })

      it('answers who asks for problems with problems only, of the same status', async () => {
        const copy = await load(copyOf(name, version, 'moved-asked'))
        const answers = await replay(copy, ASKS)
        for (const [index, { status, fields, text }] of answers.entries()) {
          const [method, path, , , expected, detail] = copy.errors[index] as ErrorRow
          const place = `${method} ${path}`
          expect(status, place).to.equal(expected)
          if (status < 400) continue
          expect(fields['content-type'], place).to.equal('application/problem+json')
          if (method === 'HEAD') continue
          const { document } = checkProblem(status, new Headers(fields), text, Buffer.byteLength(text))
          if (detail instanceof RegExp) expect(document.detail, place).to.match(detail)
          else expect(document.detail, place).to.equal(detail)
          expect(text, place).to.not.include('10.0.0.17')
        }
      })
    })
  }

  describe(`The app ${name}`, () => {
    const files = readdirSync(`${sources}/${name}`).filter((file) => !/^(?:old\.test|errors)\.js$|\.patch$/.test(file))
    const text = files.map((file) => readFileSync(`${sources}/${name}/${file}`, 'utf8')).join('\n')

    it('never used the package, and has 15 to 20 routes', () => {
      expect(text).to.not.include('http-problems')
      const routes = text.match(/^(?:routes|router|app)\.(?:get|post|put|patch|delete|all)\(\s*'/gm) ?? []
      expect(routes.length).to.be.within(15, 20)
    })

    it(`moves in by at most ${MOST_CHANGED} changed lines`, () => {
      const { changed } = readPatch(readFileSync(`${sources}/${name}/move-in.patch`, 'utf8'))
      expect(changed).to.be.within(1, MOST_CHANGED)
    })
  })
}
