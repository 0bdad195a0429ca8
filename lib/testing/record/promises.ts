/** Compares an error with what the class of its problem promises: its members, with their schema, and its header fields. */
import { jsonPointer, valueAt } from '../../../schemas/json.js'
import type { JsonSchema, ProblemDefinition } from '../../define/definition.js'
import { nameError, nameKind } from '../../guard/name.js'
import { isRecord } from '../../guard/read.js'
import { isReserved } from '../../problem/members.js'
import { type Difference, differences, isTypeUri } from '../differences.js'
import { expectationOf } from '../expectation.js'
import { memberDifferences } from '../member-schema.js'
import type { Received } from '../response.js'
import { show } from '../show.js'
import type { SentDocument } from './document.js'
import type { BrokenPromise } from './recorded.js'
import type { PossibleProblem } from './routes.js'

/** Lists in what an answer is not as the class of its problem promises. */
export function brokenPromises(document: SentDocument, problem: PossibleProblem): readonly BrokenPromise[] {
  try {
    const found = document.kind === 'unread' ? fieldsOnly(document, problem) : all(document, problem)
    return found.map(({ place, expected, got }) => ({ place, expected, got, count: 1 }))
  } catch (error) {
    // A schema that cannot be used. An answer that nobody has checked must not pass for one that is right.
    return [{ place: `${problem.name}.members`, expected: 'a schema that can be used', got: nameError(error), count: 1 }]
  }
}

type Broken = Omit<BrokenPromise, 'count'>

function fieldsOnly({ received }: SentDocument, problem: PossibleProblem): readonly Broken[] {
  return compared(received, problem).filter(({ place }) => /^[A-Z]/.test(place) && place !== 'Content-Type')
}

function all({ kind, type, received }: SentDocument, problem: PossibleProblem): readonly Broken[] {
  // An earlier type of the same problem: all else is compared as if the type were right.
  const isOld = problem.status !== undefined && !isTypeUri(type, problem.type)
  const body = isOld && isRecord(received.body) ? { ...received.body, type: problem.type } : received.body
  return [
    ...(isOld ? [{ place: '/type', expected: show(problem.type), got: show(type) }] : []),
    // With a parameter such as charset, the media type is the same.
    ...compared({ ...received, body }, problem).filter(({ place }) => place !== 'Content-Type' || kind === 'alike'),
    ...fromLibrary(body, problem),
  ]
}

function compared(received: Received, { Class, status }: PossibleProblem): readonly Broken[] {
  const found = differences(received, expectationOf(status === undefined ? [] : [Class]))
  return found.map(({ place, expected, got }) =>
    typeof place === 'string'
      ? { place, expected, got }
      : { place: jsonPointer(place), expected, got: gotAt(place, received.body, got) },
  )
}

// What stands in members may be a secret, and is another one in each answer.
function gotAt(path: Exclude<Difference['place'], string>, body: unknown, got: string): string {
  return path.length === 1 && isReserved(String(path[0])) ? got : nameKind(valueAt(body, jsonPointer(path)))
}

function fromLibrary(body: unknown, { name, members }: PossibleProblem): readonly Broken[] {
  if (members === undefined || !isRecord(body)) return []
  const extensions = Object.fromEntries(Object.entries(body).filter(([member]) => !isReserved(member)))
  return memberDifferences({ name, members: members as JsonSchema } as ProblemDefinition, extensions)
    .filter(({ path, keyword }) => path.length > 1 || !/^(?:additional|unevaluated)Properties$/.test(keyword))
    .map(({ path, expected }) => ({ place: jsonPointer(path), expected, got: nameKind(valueAt(body, jsonPointer(path))) }))
}
