/** The types of `matchProblem`: which cases there may be, and what each is given. */

import type { HttpProblem } from '../problem/problem.js'
import type { ErrorStatus, errorCodes } from '../status/codes.js'

type ClassNameOf<Status> = Status extends ErrorStatus ? (typeof errorCodes)[Status]['className'] : never

/** The problems that have a name without any declaration. */
type PlainProblems = { HttpProblem: HttpProblem } & { [Status in ErrorStatus as ClassNameOf<Status>]: HttpProblem<Status> }

/** The name of a class; one that was not declared counts by the name of its status. */
type NameOf<Class> = Class extends { readonly name: infer Name extends string; readonly status: infer Status }
  ? string extends Name
    ? ClassNameOf<Status>
    : Name
  : never

type InstanceOf<Class> = Class extends abstract new (...args: never) => infer Instance ? Instance : HttpProblem

type GivenProblems<Classes> = {
  [Class in Classes as NameOf<Class>]: NameOf<Class> extends keyof PlainProblems
    ? PlainProblems[NameOf<Class>]
    : InstanceOf<Class>
}

type KnownProblems<Classes> = Omit<PlainProblems, NameOf<Classes>> & GivenProblems<Classes>
type CasesOf<Problems> = { readonly [Name in keyof Problems]: (problem: Problems[Name]) => unknown }

// A method, whose parameter the compiler compares in both directions: beside it stand cases of narrower types.
type AnyCase = { case(problem: HttpProblem): unknown }['case']

/** A function for each class by its name, and `default` for what is left. */
export type ProblemCases<Classes> = Partial<CasesOf<KnownProblems<Classes>>> &
  ([Classes] extends [never] ? { readonly [Name in string]: AnyCase } : unknown) &
  ({ readonly default: (error: unknown) => unknown } | (CasesOf<GivenProblems<Classes>> & { readonly default?: undefined }))

/** Refuses names of which no class is known, where classes are given: they are slips. */
export type NoOtherCases<Classes, Cases> = [Classes] extends [never]
  ? unknown
  : { readonly [Name in Exclude<keyof Cases, keyof KnownProblems<Classes> | 'default'>]: never }

/** What the cases give. */
export type ResultOf<Cases> = {
  [Name in keyof Cases]: Cases[Name] extends (...args: never) => infer Result ? Result : never
}[keyof Cases]
