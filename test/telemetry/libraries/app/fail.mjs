/** Fails as a kind of errors does. */
import { once } from 'node:events'

/** Throws what a kind makes, when the response is where the kind wants it. */
export async function fail({ how, make }, res) {
  if (how === 'aborted') {
    res.writeHead(200)
    res.write('the first half')
  }
  if (how === 'too-late') {
    res.end('all is well')
    await once(res, 'close')
  }
  throw make()
}
