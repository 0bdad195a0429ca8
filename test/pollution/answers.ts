/** Asks servers in a polluted process; prints, for each framework and kind, the names that make a difference. In a process of its own: it may not survive. */
import { clean, culprits, plainKinds, pollute } from './kinds.js'
import { optionalNames } from './names.js'
import { paths, type Talk, talks } from './server.js'

// Not all words of the sources: Node takes what stands under the name of an event for a listener.
const names = optionalNames()

// It looks up which statuses have no body, and defines properties with literals.
const BREAKS_KOA = ['404', 'get']

process.on('uncaughtException', () => undefined)

async function answers({ ready, ask }: Talk, some: readonly string[], descriptor: PropertyDescriptor): Promise<string> {
  const given: string[] = []
  for (const path of paths) {
    await ready()
    const answer = ask(path)
    pollute(some, descriptor)
    try {
      given.push(await answer)
    } finally {
      clean(some)
    }
  }
  return given.join('\n\n')
}

const found: Record<string, readonly string[]> = {}
for (const { name, talk } of await talks()) {
  for (const [kind, descriptor] of plainKinds) {
    const wanted = await answers(talk, [], descriptor)
    if (wanted.match(/^HTTP\/1\.1 \d{3} /gm)?.length !== paths.length) throw new Error(`${name} does not answer: ${wanted}`)
    const breaks = name === 'Koa' ? BREAKS_KOA : []
    const tried = names.filter((one) => !breaks.includes(one))
    found[`${name}, ${kind}`] = await culprits(tried, async (some) => (await answers(talk, some, descriptor)) === wanted)
  }
  talk.close()
}
process.stdout.write(JSON.stringify(found))
