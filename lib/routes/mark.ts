/** The mark by which handlers say which problems they may answer. Copies of the package and both module formats read the marks of each other. */
import { definitionOf } from '../define/definition.js'
import { isProblemClass, needProblemClass, type ProblemClass } from '../define/problem-class.js'
import { bare, defineHidden } from '../guard/bare.js'
import { listOf } from '../guard/read.js'
import { misuse, wrongArgument } from '../guard/refuse.js'
import { stored } from '../guard/stored.js'

// A protocol version, as that of the classes. What stands there is plain data: a list of classes.
const MARK = Symbol.for('http-problems/1/problems')

/** Refuses what is no class of problems, and gives the classes. */
export function needProblemClasses(classes: readonly unknown[]): readonly ProblemClass[] {
  if (classes.length === 0)
    throw misuse({
      code: 'ERR_PROBLEM_ARGUMENT',
      place: 'problems(...classes)',
      expected: 'at least one problem class',
      got: 'none',
    })
  classes.forEach((Class, index) => {
    needProblemClass(Class, `classes[${index}]`)
  })
  return classes as readonly ProblemClass[]
}

/** Gives the classes that a handler is marked with; none where it has no mark. Runs nothing of the handler's owner. */
export function markedClasses(handler: unknown): readonly ProblemClass[] {
  return listOf(stored(handler, MARK)).filter(isProblemClass)
}

/**
 * Marks a handler with classes, in addition to those that it is marked with. It gives the handler itself, so that nothing is paid when it runs; only
 * one that is frozen gets another in its place, with the same parameters.
 */
export function markHandler<Handler>(handler: Handler, classes: readonly ProblemClass[]): Handler {
  if (typeof handler !== 'function') throw wrongArgument('problems().on(handler)', 'a handler, which is a function', handler)
  // Express puts a function of its own around an app that it mounts, so nobody sees the mark.
  if (typeof stored(handler, 'handle') === 'function' && typeof stored(handler, 'set') === 'function')
    throw misuse({
      code: 'ERR_PROBLEM_ARGUMENT',
      place: 'problems().on(handler)',
      expected: 'a handler (for an app, put problems() in front: `app.use(problems(NotFound), other)`)',
      got: 'an app',
    })
  return mark(handler, classes) as Handler
}

/** Hands the mark of a handler on to a function that runs it. */
export function keepMark<Wrapper extends object>(wrapper: Wrapper, handler: unknown): Wrapper {
  const classes = markedClasses(handler)
  if (classes.length > 0) mark(wrapper, classes)
  return wrapper
}

function mark(handler: object, classes: readonly ProblemClass[]): object {
  const all = Object.freeze([...new Set([...markedClasses(handler), ...classes])])
  const property = bare({ value: all, writable: true, enumerable: false, configurable: true })
  if (Reflect.defineProperty(handler, MARK, property)) return handler
  const other = standIn(handler as () => unknown)
  defineHidden(other, MARK, all, true)
  return other
}

// Express tells an error handler by the number of its parameters, and a router by its properties.
function standIn(handler: () => unknown): object {
  const other = Function.prototype.bind.call(handler, undefined) as object
  for (const key of Reflect.ownKeys(handler)) {
    const property = Object.getOwnPropertyDescriptor(handler, key)
    if (key !== MARK && property !== undefined) Object.defineProperty(other, key, property)
  }
  return other
}

/** Tells whether two classes stand for one problem: a class and the one it extends for its name, or the same class of two copies of the package. */
export function isSameProblem(one: ProblemClass, other: ProblemClass): boolean {
  if (one === other) return true
  const [definition, otherDefinition] = [definitionOf(one), definitionOf(other)]
  if (definition !== undefined || otherDefinition !== undefined) return definition === otherDefinition
  return one.name === other.name && one.type === other.type && one.status === other.status
}
