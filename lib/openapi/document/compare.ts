/** Compares what a person wrote about a response with what is declared. */
import { own } from '../../../schemas/json.js'
import { isRecord } from '../../guard/read.js'
import { essenceOf } from '../../respond/negotiation/media-type.js'
import { jsonRepresentation } from '../../respond/representations/json.js'
import type { ClassFacts } from '../problem-class.js'
import type { Refusal } from './accepts.js'
import type { ConflictReason } from './changes.js'
import { type OpenDocument, wrongDocument } from './read-document.js'
import { follow, type Place } from './references.js'

/** In what a response contradicts a declaration. */
export interface Contradiction {
  readonly reason: ConflictReason
  /** The type URI of the problem; none where the response fits no problem at all. */
  readonly type: string | undefined
  /** What is wrong, and what to do: sentences that begin with what the response does. */
  readonly says: string
}

const PROBLEM = jsonRepresentation.mediaType

/** Lists how a response contradicts the problems that are answered with its status. */
export function contradictions(
  document: OpenDocument,
  response: Place,
  classes: readonly ClassFacts[],
  refusal: Refusal,
): readonly Contradiction[] {
  const content = isRecord(response.value) ? own(response.value, 'content') : undefined
  const key = isRecord(content) ? problemKey(Object.keys(content)) : undefined
  if (!isRecord(content) || key === undefined) return [otherMediaType(content, classes)]
  const mediaType = follow(document, { value: content[key], names: [...response.names, 'content', key] })
  if (mediaType === undefined) return [elsewhere(classes)]
  if (!isRecord(mediaType.value)) throw wrongDocument(mediaType.names, 'a Media Type Object', 'something else')
  const schema = own(mediaType.value, 'schema')
  // Without a schema, everything is allowed.
  if (schema === undefined) return []
  return classes.flatMap((facts) => {
    const why = refusal({ value: schema, names: [...mediaType.names, 'schema'] }, facts)
    return why === undefined ? [] : [otherSchema(facts, why)]
  })
}

// OpenAPI 3.1 4.8.14: the most specific key wins. Parameters say nothing here: a problem is sent without any.
function problemKey(keys: readonly string[]): string | undefined {
  const found = [PROBLEM, 'application/*', '*/*'].map((wanted) => keys.find((key) => essenceOf(key) === wanted))
  return found.find((key) => key !== undefined)
}

function otherMediaType(content: unknown, classes: readonly ClassFacts[]): Contradiction {
  const keys = isRecord(content) ? Object.keys(content) : []
  const has = keys.length === 0 ? 'no content' : keys.join(', ')
  const says = `has ${has}, while the handler sends ${PROBLEM}. Describe that, or take the response out, so that it is generated.`
  return { reason: 'media-type', type: typeOf(classes), says }
}

function otherSchema({ name, type }: ClassFacts, why: string): Contradiction {
  const what = type === '' ? name : `${name} (${type})`
  const says = `has a schema that refuses the documents of ${what}: ${why}. Correct the schema or the declaration, or take the response out, so that it is generated.`
  return { reason: 'schema', type: type === '' ? undefined : type, says }
}

/** Says that a response cannot be compared. */
export function elsewhere(classes: readonly ClassFacts[]): Contradiction {
  const says =
    'stands in another file, so that nobody can compare it. Bundle the document first, with `redocly bundle` for example.'
  return { reason: 'elsewhere', type: typeOf(classes), says }
}

/** Says that nobody declares a response. */
export function undeclared(): Contradiction {
  const says =
    'is declared by no route. Declare the problem with problems(), or in the option `everywhere` if handlers answer it for every route; else take the response out.'
  return { reason: 'undeclared', type: undefined, says }
}

// With several types, all are meant.
function typeOf(classes: readonly ClassFacts[]): string | undefined {
  const [only, ...others] = classes.map(({ type }) => type)
  return others.length === 0 && only !== '' ? only : undefined
}
