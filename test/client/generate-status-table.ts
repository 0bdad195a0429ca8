/** Generates the table of status codes that clients have: the table of servers would be most of what a browser loads. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { errorFacts } from '../../lib/status/codes.js'
import { vendorFacts } from '../../lib/status/vendor-codes.js'

/** Where the generated table is kept. */
export const statusTableFile = new URL('../../../lib/client/generated/status-table.ts', import.meta.url)

/** Writes the source of the table. */
export function generateStatusTable(): string {
  const lines = Array.from({ length: 200 }, (_, index) => lineOf(400 + index))
  return `// Generated from lib/status with \`npm run generate\`; do not edit.
/**
 * A line for each code from 400 on, as lines are the fewest bytes: the phrase, and of a vendor's code the vendor.
 */
export const statusTable = \`${lines.join('\n').trimEnd()}\`
`
}

function lineOf(code: number): string {
  const vendor = vendorFacts(code)
  if (vendor === undefined) return errorFacts[code]?.phrase ?? ''
  // Without what the table adds in brackets for people.
  return `${vendor.phrase}|${vendor.vendor.replace(/ \([^)]*\)/g, '')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = generateStatusTable()
  const before = await readFile(statusTableFile, 'utf8').catch(() => '')
  await writeFile(statusTableFile, source)
  console.log(`${fileURLToPath(statusTableFile)}: ${before === source ? 'unchanged' : 'written'}`)
}
