/** Checks the examples that problem types declare. */

import { jsonPointer, valueAt } from '../../schemas/json.js'
import { schemaFindings } from '../../schemas/validate.js'
import { type DeclaredClass, definitionOf, type ProblemDefinition } from '../define/definition.js'
import { faultsOf } from '../guard/fault.js'
import { nameValue } from '../guard/name.js'
import { misuse } from '../guard/refuse.js'
import type { HttpProblem } from '../problem/problem.js'
import { ProblemAssertionError } from './assertion-error.js'
import { bounded } from './body.js'
import { memberDifferences } from './member-schema.js'
import { show } from './show.js'

/** A class that `defineProblem` made, or one that extends it. */
export type DeclaredProblemType = (new (...args: never) => HttpProblem) & DeclaredClass

/** One way in which an example is wrong. */
interface ExampleDifference {
  readonly place: string
  readonly expected: string
  readonly got: string
}

/**
 * Asserts that the examples of declared problem types fit the schemas of their members, and that problems made of them are valid documents.
 *
 * @throws ProblemAssertionError that lists what does not fit, each place as a JSON Pointer
 * @example
 * class SeatTaken extends defineProblem('SeatTaken', {
 *   type: 'https://api.example.com/problems/seat-taken',
 *   status: 409,
 *   title: 'The seat is already taken',
 *   members: { type: 'object', properties: { seat: { type: 'string', pattern: '^[0-9]+[A-F]$' } }, required: ['seat'] },
 *   examples: [{ seat: '12A' }],
 * }) {}
 * assertExamples(SeatTaken)
 */
export function assertExamples(...classes: readonly DeclaredProblemType[]): void {
  // An assertion about no class could not fail: a list that is empty by mistake would pass.
  if (classes.length === 0) throw wrongClass('no class')
  const differences = classes.flatMap((Class) => {
    const definition = definitionOf(Class)
    if (definition === undefined) throw wrongClass(typeof Class === 'function' ? `the class ${Class.name}` : nameValue(Class))
    return definition.examples.flatMap((example, index) => exampleDifferences(Class, definition, example, index))
  })
  if (differences.length === 0) return
  const lines = differences.map(({ place, expected, got }) => `  ${place}: expected ${expected}, got ${got}\n`)
  const message = `expected the examples of the problem types to fit their schemas, got ${differences.length} that do not\n\n${lines.join('')}`
  const named = (what: 'expected' | 'got'): unknown => Object.fromEntries(differences.map((one) => [one.place, one[what]]))
  throw new ProblemAssertionError(message, named('got'), named('expected'))
}

function wrongClass(got: string): TypeError {
  return misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'classes', expected: 'classes that defineProblem made', got })
}

function exampleDifferences(
  Class: DeclaredProblemType,
  definition: ProblemDefinition,
  example: Readonly<Record<string, unknown>>,
  index: number,
): readonly ExampleDifference[] {
  const at = (path: readonly string[]): string => `${definition.name} ${jsonPointer(['examples', String(index), ...path])}`
  const broken = memberDifferences(definition, example).map(({ path, expected, got }) => ({ place: at(path), expected, got }))
  // A class without members takes its options first.
  const problem = new (Class as unknown as new (first?: unknown) => HttpProblem)(definition.members && example)
  const made = faultsOf(problem).map(({ place, expected, got }) => ({ place: `${at([])}, ${place}`, expected, got }))
  const document = bounded(problem)
  const invalid = schemaFindings(document).map(({ instancePath }) => ({
    place: `${at([])}, document ${instancePath}`.trimEnd(),
    expected: 'a member as RFC 9457 has it',
    got: show(valueAt(document, instancePath)),
  }))
  return [...broken, ...made, ...invalid]
}
