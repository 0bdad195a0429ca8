/** Writes the page of the reference that shows the run. */
import { readFileSync } from 'node:fs'
import { cases, nameOf } from './cases.mjs'

const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** Where the page stands. */
export const pageFile = new URL('../../../../docs/reference/retry.md', import.meta.url)

/** Makes the page of what was seen: words by the title of a client and a method, and what we say. */
export function pageOf(measured, advised) {
  const titles = [...measured.keys()]
  const ofGet = cases.map((of, index) => [
    nameOf(of),
    ...titles.map((title) => measured.get(title).GET[index]),
    advised.GET[index].word,
    advised.GET[index].reason,
  ])
  const ofPost = cases.map((of, index) => [
    nameOf(of),
    distinct(titles.map((title) => measured.get(title).POST[index])),
    advised.POST[index].word,
    advised.keyed[index].word,
    advised.POST[index].reason,
  ])
  return `${HEAD}
## GET

${table(['Answer', ...titles, '`retryAdvice()`', 'Its reason'], ofGet)}

## POST

${table(['Answer', 'All five', '`retryAdvice()`', 'with a key', 'Its reason without a key'], ofPost)}
${FOOT}`
}

const HEAD = `# Retries, measured

\`node test/client/libraries/run.mjs --write\` wrote this page from a run on Node 20 with the real clients: ${versions()}, each with the numbers that it
comes with. CI repeats the run, and fails where a cell is another one.

A cell says whether the client sends a request again, and how long it waits before the first time. What it is right to do, and the code for it, is told by the guide
[React to problems in a client](../guides/react-to-problems.md).
`

const FOOT = `
- **at once** is less than 75 ms. Other waits are rounded: clients add some chance to them. The advice leaves more to chance, so that many clients do not come
  back at the same moment.
- **a date that is near**: one or two seconds away. **at the date**: not before it. **a date that is past**: a minute ago.
- **with a key**: the request has an \`Idempotency-Key\`, so the server takes it once, however often it comes. No client looks at the key.
`

function distinct(words) {
  return [...new Set(words)].join(' / ')
}

function versions() {
  return ['ky', 'got', 'undici', 'axios-retry', 'axios'].map((name) => `\`${name}\` ${dependencies[name]}`).join(', ')
}

function table(names, rows) {
  return [names, names.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
