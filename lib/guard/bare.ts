/**
 * Makes records and properties that a polluted Object.prototype does not touch. What stands there was given by nobody, so it is no option, no
 * member and no fact; and neither a getter nor a setter of that kind has a say in what we write.
 */
import { isGiven } from '../../schemas/json.js'

/** Takes the prototype from a record of our own, so that what it lacks it lacks. */
export function bare<Literal extends object>(literal: Literal): Literal {
  return Object.setPrototypeOf(literal, null) as Literal
}

/** Copies a record of our own into one without Object.prototype. V8 reads an instance of a class faster than an object without a prototype. */
export function bareCopy<Given extends object>(given: Given): Given {
  return Object.assign(new Bare(), given) as Given
}

// As `{}` to everybody who looks, but kept without room for four properties, which V8 gives to a literal.
const EmptyRecord = function EmptyRecord() {} as unknown as new () => Record<string, never>
EmptyRecord.prototype = Object.prototype

/** Makes an empty object that most never add anything to. */
export function emptyRecord(): Record<string, never> {
  return new EmptyRecord()
}

class Bare {}
bare(Bare.prototype)
Reflect.deleteProperty(Bare.prototype, 'constructor')

/** Picks options by their names, where they were given. */
export function pickGiven<Options extends object>(
  options: Options,
  names: { readonly [Name in keyof Options]?: unknown },
): Partial<Options> {
  const picked = new Bare() as Partial<Options>
  for (const name of Object.keys(names) as (keyof Options)[])
    if (name in options && isGiven(options, name)) picked[name] = options[name]
  return picked
}

/** Sets a property as an assignment would, whatever stands on Object.prototype. */
export function setOwn(target: object, name: PropertyKey, value: unknown): void {
  if (name in Object.prototype) defineOwn(target, name, value)
  else (target as Record<PropertyKey, unknown>)[name] = value
}

/** Defines a property as an assignment makes it, whatever the classes of the object have under its name. */
export function defineOwn(target: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(target, name, bare({ value, writable: true, enumerable: true, configurable: true }))
}

/** Sets the properties of a record of ours as assignments would, whatever stands on Object.prototype. */
export function assignOwn<Target extends object, Source extends object>(target: Target, source: Source): Target & Source {
  const names = Reflect.ownKeys(source)
  // Not one by one where that can be: on Node 24 such a store on the context made every request through Koa a third dearer.
  if (!names.some((name) => name in Object.prototype)) return Object.assign(target, source)
  for (const name of names) setOwn(target, name, (source as Record<PropertyKey, unknown>)[name])
  return target as Target & Source
}

/** Defines a property that is not enumerable. */
export function defineHidden(target: object, name: PropertyKey, value: unknown, isWritable = false): void {
  Object.defineProperty(target, name, bare({ value, writable: isWritable, enumerable: false, configurable: isWritable }))
}
