/** The types of `matchProblem`: which cases there may be, and what each is given. */

import type { HttpProblem } from '../problem/problem.js'
import type { ErrorStatus, errorCodes } from '../status/codes.js'

type AnyProblemClass = abstract new (...args: never) => HttpProblem

/** The classes that an error is known to be of, as `fromResponse` tells of its `types`. Only the compiler sees the property. */
export interface KnownClasses<Class> {
  readonly [KNOWN]?: Class
}

declare const KNOWN: unique symbol

/** The classes that the type of an error tells of. */
export type ClassesOf<Failure> = Failure extends KnownClasses<infer Class> ? Class : never

type NamedClass = AnyProblemClass & { readonly name: string }
type Problem<Class> = Class extends abstract new (...args: never) => infer Instance ? Instance : HttpProblem

/** What is known of the classes by their names: `HttpProblem`, those of the status codes, and the given ones. */
export type KnownProblems<Class> = { HttpProblem: HttpProblem } & {
  [Status in ErrorStatus as (typeof errorCodes)[Status]['className']]: HttpProblem<Status>
} & GivenProblems<Class>

type GivenProblems<Class> = {
  [Given in Extract<Class, NamedClass> as string extends Given['name'] ? never : Given['name']]: Problem<Given>
}

/** The cases: a function for each class by its name, and `default` for what is left. */
export type ProblemCases<Class> =
  | (SomeCases<KnownProblems<Class>> & { readonly default: (error: unknown) => unknown })
  | (SomeCases<KnownProblems<Class>> & AllCases<GivenProblems<Class>> & { readonly default?: undefined })

type SomeCases<Problems> = { readonly [Name in keyof Problems]?: (problem: Problems[Name]) => unknown }
type AllCases<Problems> = { readonly [Name in keyof Problems]: (problem: Problems[Name]) => unknown }

/** What the cases give. */
export type ResultOf<Cases> = {
  [Name in keyof Cases]: Cases[Name] extends (...args: never) => infer Result ? Result : never
}[keyof Cases]
