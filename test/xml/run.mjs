/**
 * Judges the XML of problems by the schema of RFC 9457 Appendix B and by another parser, libxml2: `node test/xml/run.mjs`
 *
 * Needs `npm run build` and `npx tsc` before, and xmllint of Debian's package `libxml2-utils`. Ends with `N passed, N failed`.
 */
import { deepStrictEqual } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { xml } from 'http-problems/representations'
import { anyDocument } from '../../.build/test/respond/representations/documents.js'
import { readXml, toldBy } from '../../.build/test/respond/representations/xml-reader.js'
import { SEED, seedOf } from '../../.build/test/seeds/seed.js'
import { failWith, startReport } from '../judges/report.mjs'
import { accepted, refused } from './samples.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const fixtures = join(here, '../fixtures/rfc9457')
const out = join(here, '.build')
const seed = seedOf(process.env[SEED])
// Each needs a process, to be read back.
const documents = fc.sample(anyDocument, { numRuns: 400, seed })

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const { check, end } = startReport()
console.log(`${documents.length} documents with the seed ${seed}. To repeat them: ${SEED}=${seed} node test/xml/run.mjs`)

await check('the example of the RFC is valid', () => failWithInvalid([join(fixtures, 'out-of-credit.xml')]))
await check(`${Object.keys(accepted).length} files that the schema describes are valid`, () =>
  failWithInvalid(write('valid', accepted)),
)

// A judge that accepts everything would say nothing.
const wrong = write('invalid', refused)
for (const [index, name] of Object.keys(refused).entries()) {
  await check(`refused: ${name}`, () => {
    if (isValid(wrong[index])) failWith(['it is valid'])
  })
}

const texts = documents.map((document) => xml.encode(document))
const files = write('documents', texts)
await check('every document is valid by the schema of the RFC', () => failWithInvalid(files))
await check('every document is read by libxml2 as what it was, by the documented mapping', () => {
  for (const [index, document] of documents.entries()) {
    const { stdout, stderr } = xmllint('--c14n', files[index])
    deepStrictEqual(plain(readXml(stdout)), plain(toldBy(document)), `${files[index]}\n${stderr}`)
  }
})
await check('libxml2 has nothing to say against a document', () => {
  const { status, stderr } = xmllint('--noout', '--pedantic', ...files)
  if (status !== 0 || stderr !== '') failWith(stderr.split('\n'))
})

process.exitCode = end()

/** Writes texts to files of a folder; gives their paths. */
function write(folder, given) {
  mkdirSync(join(out, folder))
  return Object.values(given).map((text, index) => {
    const path = join(out, folder, `${index}.xml`)
    writeFileSync(path, text)
    return path
  })
}

function isValid(file) {
  return xmllint('--noout', '--relaxng', join(fixtures, 'problem-details.rng'), file).status === 0
}

function failWithInvalid(paths) {
  const { status, stderr } = xmllint('--noout', '--relaxng', join(fixtures, 'problem-details.rng'), ...paths)
  if (status !== 0) failWith(stderr.split('\n').filter((line) => !line.endsWith(' validates')))
}

function xmllint(...args) {
  // No network: a document names no schema and no entity that were to be fetched.
  const { status, stdout, stderr, error } = spawnSync('xmllint', ['--nonet', ...args], { encoding: 'utf8', timeout: 60_000 })
  if (error !== undefined) throw error
  return { status, stdout, stderr }
}

// A member can have the name of what every object has.
function plain(value) {
  return JSON.parse(JSON.stringify(value))
}
