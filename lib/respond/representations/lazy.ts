/** A form whose code is loaded when a client first asks for it: JSON pays nothing for the others. */
import { isThenable } from '../../guard/call.js'
import type { ProblemDocument } from '../../problem/problem.js'
import { type Encoded, isContent, type Representation, type RepresentationContext } from './representation.js'

/** What is known of a form before its code is loaded; a test compares it with the code. */
export type Announced = Pick<Representation, 'mediaType' | 'alsoFor'>

/** Makes a form of its announcement and of a function that loads it. From the second answer on it is as the form itself. */
export function lazily(announced: Announced, load: () => Promise<Representation>): Representation {
  let loaded: Representation | undefined
  const first = async (document: ProblemDocument, context: RepresentationContext): Promise<Encoded> => {
    const form = await load()
    loaded = form
    return encodeWith(form, document, context)
  }
  return {
    ...announced,
    encode: (document, context) => (loaded === undefined ? first(document, context) : encodeWith(loaded, document, context)),
  }
}

// Its fields are known when it is loaded.
function encodeWith(
  form: Representation,
  document: ProblemDocument,
  context: RepresentationContext,
): Encoded | PromiseLike<Encoded> {
  const made = form.encode(document, context)
  if (form.headers === undefined) return made
  return isThenable(made) ? made.then((encoded) => withFields(form.headers, encoded)) : withFields(form.headers, made)
}

function withFields(headers: Representation['headers'], encoded: Encoded): Encoded {
  const { body, headers: own } = isContent(encoded) ? { body: encoded, headers: undefined } : encoded
  return { body, headers: { ...headers, ...own } }
}
