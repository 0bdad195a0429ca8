/** Finds which components a part of a document mentions: in references, and in the mapping of a discriminator. */
import { isRecord } from '../../guard/read.js'
import type { ProblemComponents } from '../objects.js'

/** A kind of components that problems have. */
export type ComponentKind = keyof ProblemComponents

/** The kinds in the order in which they are written. */
export const componentKinds: readonly ComponentKind[] = ['schemas', 'responses', 'headers', 'examples']

/** A component by its kind and name. */
export interface ComponentName {
  readonly kind: ComponentKind
  readonly name: string
}

const REFERENCE = /^#\/components\/(schemas|responses|headers|examples)\/([^/]+)$/

/** Lists the components that a value mentions anywhere. What is skipped is not looked into. A list of what waits, instead of calls: values may be deep. */
export function mentionsIn(value: unknown, isSkipped: (value: object) => boolean = () => false): readonly ComponentName[] {
  const found = new Map<string, ComponentName>()
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    const [text, kind, name] = (typeof next === 'string' && REFERENCE.exec(next)) || []
    // The expression has these kinds alone.
    if (text !== undefined && name !== undefined) found.set(text, { kind: kind as ComponentKind, name })
    if ((Array.isArray(next) || isRecord(next)) && !isSkipped(next)) for (const inner of Object.values(next)) waiting.push(inner)
  }
  return [...found.values()]
}
