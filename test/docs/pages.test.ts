/** Runs the code of the README, the tutorial and the guides, and compares every output that they show. */
import { format } from 'node:util'
import { expect } from 'chai'
import { isClientOfShop } from './clients-of-shop.js'
import { shownIn } from './curl.js'
import { isPrintedAs, type Printed, promisedOutput, runExample, whilePrinting } from './example-module.js'
import { close, exchange, listening } from './exchange.js'
import { type Fence, fencesOf } from './markdown.js'
import { listFiles, readSource } from './root.js'

/** One program of a page with the blocks that show what it does. */
interface Scenario {
  readonly line: number
  readonly code: string
  readonly shown: readonly Fence[]
  /** The only version of the framework that it is for. */
  readonly only: string | undefined
}

// One import, several packages: what a page shows holds for every version that it is written for.
const versions: Readonly<Record<string, readonly string[]>> = {
  express: ['express', 'express-5.0', 'express-4'],
  koa: ['koa', 'koa-2'],
}

const files = ['README.md', 'docs/tutorial.md', ...(await listFiles('docs/guides', '.md'))]

for (const file of files) {
  describe(file, () => {
    for (const scenario of scenariosOf(fencesOf(readSource(file)))) {
      for (const version of versionsFor(scenario)) {
        it(`does with ${version} what it shows below line ${scenario.line}`, () => check(file, scenario, version))
      }
    }
  })
}

/** Puts programs together: `insert` and `replace` change the program before, as their page tells the reader to. Clients of the bookshop run elsewhere. */
function scenariosOf(fences: readonly Fence[]): readonly Scenario[] {
  const scenarios: Scenario[] = []
  for (const fence of fences.filter((one) => !isClientOfShop(one))) {
    const before = scenarios.at(-1)
    if (fence.language === 'js')
      scenarios.push({ line: fence.line, code: programOf(fence, before?.code), shown: [], only: onlyOf(fence) })
    else if (before !== undefined) scenarios[scenarios.length - 1] = { ...before, shown: [...before.shown, fence] }
  }
  return scenarios
}

function programOf({ info, text }: Fence, before = ''): string {
  if (info.startsWith('insert')) return before.replace(/^(?=app\.use\(notFoundHandler\()/m, () => `${text}\n`)
  if (info.startsWith('replace')) return before.replace(/^app\.use\(problemHandler\(.*\n/m, () => text)
  return text
}

function onlyOf({ info }: Fence): string | undefined {
  return /only-(\S+)/.exec(info)?.[1]
}

function versionsFor({ code, only }: Scenario): readonly string[] {
  const framework = /^import \w+ from '(express|koa)'$/m.exec(code)?.[1] ?? ''
  return only === undefined ? (versions[framework] ?? ['no framework']) : [only]
}

async function check(file: string, { line, code, shown }: Scenario, version: string): Promise<void> {
  const program = code.replace(/^(import \w+ from )'(?:express|koa)'$/m, `$1'${version}'`)
  const { exports, printed } = await runExample(`${file}-${line}-${version}`, program)
  const promises = promisedOutput(code)
  if (promises.length > 0) expectPrinted(printed, promises)
  const { server } = exports
  expect(promises.length + shown.length, 'nothing is shown that could be compared').to.be.greaterThan(0)
  expect(server !== undefined, 'it listens exactly where requests are shown').to.equal(
    shown.some(({ language }) => language === 'console'),
  )
  if (server === undefined) return
  await listening(server)
  try {
    let logged: Printed = []
    for (const { language, text } of shown) {
      if (language === 'console') logged = (await whilePrinting(() => checkExchanges(text))).printed
      if (language === 'log') expectLogged(logged, text)
    }
  } finally {
    await close(server)
  }

  async function checkExchanges(text: string): Promise<void> {
    for (const { command, request, withHead, output } of shownIn(text)) {
      if (server === undefined) return
      const { head, body } = await exchange(server, request)
      // A line break at the end is none that a page can show.
      expect(steady(withHead ? `${head}\n\n${body}`.trimEnd() : body.replace(/\n$/, '')), command).to.equal(steady(output))
    }
  }
}

function expectPrinted(printed: Printed, promises: readonly string[]): void {
  expect(printed.length, 'what is printed').to.equal(promises.length)
  for (const [index, promise] of promises.entries()) {
    expect(printed[index], `what is printed as: ${promise}`).to.satisfy((values: readonly unknown[]) =>
      isPrintedAs(values, promise),
    )
  }
}

// Of a stack, a page shows the first lines; where the code stands differs from reader to reader.
function expectLogged(logged: Printed, text: string): void {
  const lines = logged.flatMap((values) => format(...values).split('\n'))
  const shown = text.trimEnd().split('\n')
  expect(
    lines
      .filter((line) => !/^ {4}at /.test(line))
      .slice(0, shown.length)
      .map(steady),
  ).to.deep.equal(shown.map(steady))
}

function steady(text: string): string {
  return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
}
