/** Shows documents to the judges: good ones, on which none may have a word, and wrong ones, on which they must. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { controls } from './controls.mjs'
import { versions } from './document.mjs'
import { officialSchema } from './judges/official-schema.mjs'
import { redocly } from './judges/redocly.mjs'
import { spectral } from './judges/spectral.mjs'
import { swaggerParser } from './judges/swagger-parser.mjs'
import { eachOf } from './pool.mjs'
import { failWith } from './report.mjs'

const judges = [redocly, spectral, swaggerParser, officialSchema]

// Warnings that say nothing about the components of problems.
const tolerated = {
  // The response of a problem that only appears together with others of its status.
  'no-unused-components': 'unused components',
  'oas3-unused-component': 'unused components',
  // An API may have operations that no client gets wrong.
  'operation-4xx-response': 'operations without 4xx',
}

/** Writes a document to the folder of the run; gives what a judge takes. */
export function written(folder, version, document) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `openapi-${version}.json`)
  writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`)
  return { file, folder, document, version }
}

/** Lets every judge read every document in every version that it knows. */
export async function judgeDocuments({ report, fixtures, out }) {
  const cases = fixtures.flatMap((fixture) =>
    Object.keys(versions).flatMap((version) => judges.map((judge) => ({ fixture, version, judge }))),
  )
  await eachOf(cases, async ({ fixture, version, judge }) => {
    const name = `${fixture.name} ${version} x ${judge.name}`
    if (!judge.versions.includes(version)) return refusal(report, name, judge, fixture, version)
    return report.check(name, async () => {
      const complaints = await judge.complaints(written(join(out, fixture.slug), version, fixture.build(version)))
      const serious = complaints.filter(({ rule, severity }) => severity === 'error' || tolerated[rule] === undefined)
      if (serious.length > 0) failWith(serious.map(line))
      return warningsOf(complaints)
    })
  })
}

// What a judge does not know is said in its own words, not left out.
async function refusal(report, name, judge, fixture, version) {
  const [complaint] = await judge.complaints({ document: fixture.build(version), version })
  if (/unsupported/i.test(complaint?.message ?? '')) report.unchecked(name, complaint.message)
  else await report.check(name, () => failWith([`${judge.name} knows ${version} now: add it to its versions`]))
}

/** Lets the judges read documents that are wrong: those named by the control must find the fault. */
export async function judgeControls({ report, fixture, out }) {
  const cases = controls.flatMap((control) =>
    control.versions.flatMap((version) =>
      judges
        .filter((judge) => control.caughtBy[judge.name] !== undefined && judge.versions.includes(version))
        .map((judge) => ({ control, version, judge })),
    ),
  )
  await eachOf(cases, ({ control, version, judge }) =>
    report.check(`${version}: ${judge.name} refuses ${control.name}`, async () => {
      const document = structuredClone(fixture.build(version))
      control.spoil(document)
      const folder = join(out, 'controls', String(controls.indexOf(control)), judge.name.replaceAll(' ', '-'))
      const complaints = await judge.complaints(written(folder, version, document))
      const sought = control.caughtBy[judge.name]
      const found = complaints.filter(({ rule }) => tolerated[rule] === undefined).map(line)
      if (!found.some((text) => text.includes(sought))) failWith([`nothing about "${sought}" in:`, ...found])
    }),
  )
}

function warningsOf(complaints) {
  const names = complaints.map(({ rule }) => tolerated[rule])
  const counted = [...new Set(names)].map((name) => `${names.filter((other) => other === name).length} ${name}`)
  return counted.length > 0 ? `warnings: ${counted.join(', ')}` : undefined
}

function line({ rule, severity, message, place }) {
  return `${severity} ${rule} at ${place}: ${message}`
}
