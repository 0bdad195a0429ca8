/** What a browser loads of the client: bundled with esbuild, minified, compressed with gzip. */
import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { build } from 'esbuild'
import { problemClasses } from '../../lib/index.js'
import { meanings } from '../../lib/status/meanings.js'
import { root } from '../docs/root.js'

/** A bundle of what an app imports from the built package. */
interface Bundle {
  readonly text: string
  readonly gzip: number
}

async function bundle(...names: readonly string[]): Promise<Bundle> {
  const contents = `export { ${names.join(', ')} } from 'http-problems/client'`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  })
  const [{ text, contents: bytes } = { text: '', contents: new Uint8Array() }] = outputFiles
  return { text, gzip: gzipSync(bytes, { level: 9 }).length }
}

describe('The client in a bundle', () => {
  for (const [most, ...names] of [
    [3000, 'fromResponse'],
    [3250, 'problemFetch'],
    [5000, 'fromResponse', 'retryAdvice', 'matchProblem'],
  ] as const) {
    it(`has at most ${most} bytes with ${names.join(', ')}`, async () => {
      const { gzip } = await bundle(...names)
      // Less than half of the limit would be a bundle without what it is about.
      expect(gzip).to.be.within(most / 2, most)
    })
  }

  it('has no prose of the table, no class of a status, and nothing of Node', async () => {
    const { text } = await bundle('fromResponse', 'problemFetch')
    const prose = Object.values(meanings).flatMap((one) => [one?.meaning ?? '', ...(one?.causes ?? [])])
    for (const sentence of prose.filter((one) => one.length > 30)) expect(text).not.to.include(sentence)
    for (const { prototype } of Object.values(problemClasses).filter((Class) => Class.title.includes(' ')))
      expect(text).not.to.include(prototype.name)
    expect(text).not.to.match(/\brequire\(|\bimport\b|\bprocess\b|\bBuffer\b|\beval\(|\bFunction\(/)
  })
})
