/** Generates the facts of status codes that clients need: the whole table would be most of what a browser loads. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { equivalents, errorCodes } from '../../lib/status/codes.js'
import { vendorFacts } from '../../lib/status/vendor-codes.js'

/** Where the generated facts are kept. */
export const statusFactsFile = new URL('../../../lib/client/generated/status-facts.ts', import.meta.url)

/** Writes the source of the facts. */
export function generateStatusFacts(): string {
  const phrases = Object.entries(errorCodes).map(([code, { phrase }]) => `  ${code}: ${JSON.stringify(phrase)},\n`)
  const verdicts = Object.entries(errorCodes).filter(([, { retry }]) => retry !== 'no')
  const vendors = Object.keys(equivalents).map((code) => {
    const { vendor: name, phrase, equivalent, retry } = vendorFacts(Number(code)) ?? {}
    return `  ${code}: ${JSON.stringify({ name, phrase, equivalent, retry })},\n`
  })
  return `// Generated from lib/status with \`npm run generate\`; do not edit.
/** Facts of status codes that clients need. */

/** The phrase of every registered code. */
export const phrases: Readonly<Record<number, string>> = {
${phrases.join('')}}

/** Whether the same request may be sent again, of every registered code where it may. */
export const retryVerdicts: Readonly<Record<number, 'conditional' | 'yes'>> = {
${verdicts.map(([code, { retry }]) => `  ${code}: '${retry}',\n`).join('')}}

/** What is known of a code that a vendor uses without registration. */
export interface VendorFacts {
  /** Who uses the code. */
  readonly name: string
  readonly phrase: string
  /** The registered code that means about the same. */
  readonly equivalent: number
  /** Whether the same request may be sent again. */
  readonly retry: 'no' | 'conditional' | 'yes'
}

/** The codes of vendors. */
export const vendors: Readonly<Record<number, VendorFacts>> = {
${vendors.join('')}}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = generateStatusFacts()
  const before = await readFile(statusFactsFile, 'utf8').catch(() => '')
  await writeFile(statusFactsFile, source)
  console.log(`${fileURLToPath(statusFactsFile)}: ${before === source ? 'unchanged' : 'written'}`)
}
