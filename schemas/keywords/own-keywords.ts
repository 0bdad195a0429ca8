/** The keywords of JSON Schema that are checked by code of our own. ajv's would take multiples for none, and seconds for long lists. */
import { isMultipleOf, isNearMultipleOf } from './multiple-of.js'
import { haveNoEquals } from './unique-items.js'

/** A piece of generated code, as ajv's function `_` makes it. */
export type Code = object

/** Makes generated code of a template. */
export type MakeCode = (texts: TemplateStringsArray, ...values: readonly unknown[]) => Code

/** What ajv hands to a keyword that generates code. */
interface KeywordContext {
  readonly gen: { readonly scopeValue: (prefix: string, value: object) => Code }
  readonly data: Code
  readonly schema: unknown
  readonly schemaCode: unknown
  readonly pass: (condition: Code) => void
}

/** A function whose text runs anywhere. */
export interface RequiredFunction {
  readonly toString: () => string
}

/** Functions that generated code calls, by the name under which it requires them. They name nothing outside of themselves. */
export const requiredFunctions: Readonly<Record<string, RequiredFunction>> = {
  'http-problems/is-multiple-of': isMultipleOf,
  'http-problems/is-near-multiple-of': isNearMultipleOf,
  'http-problems/have-no-equals': haveNoEquals,
  'http-problems/is-at-least-as-long': isAtLeastAsLong,
}

// Libraries count code units, as JavaScript does, or characters, which are never more. ajv counts characters.
function isAtLeastAsLong(text: string, least: number): boolean {
  return text.length >= least
}

/** Defines the keywords for ajv. For the schemas of libraries, what a library may take is taken. */
export function ownKeywords(_: MakeCode, isForLibraries: boolean): readonly { readonly keyword: string }[] {
  const keyword = (name: string, call: (context: KeywordContext, called: Code) => void, required: string, more: object) => ({
    ...more,
    keyword: name,
    code: (context: KeywordContext): void => {
      // ajv turns it off in this way.
      if (context.schema === false) return
      const module = _`require(${required})`
      call(context, context.gen.scopeValue('func', { key: required, ref: requiredFunctions[required], code: module }))
    },
  })
  const compare = (context: KeywordContext, holds: Code): void =>
    context.pass(_`${holds}(${context.data}, ${context.schemaCode})`)
  return [
    keyword('multipleOf', compare, `http-problems/${isForLibraries ? 'is-near-multiple-of' : 'is-multiple-of'}`, {
      type: 'number',
      schemaType: 'number',
      error: { message: 'is no multiple', params: ({ schemaCode }: KeywordContext) => _`{multipleOf: ${schemaCode}}` },
    }),
    ...(isForLibraries
      ? [
          keyword('minLength', compare, 'http-problems/is-at-least-as-long', {
            type: 'string',
            schemaType: 'number',
            error: { message: 'is too short', params: ({ schemaCode }: KeywordContext) => _`{limit: ${schemaCode}}` },
          }),
        ]
      : []),
    keyword(
      'uniqueItems',
      (context, areUnique) => context.pass(_`${areUnique}(${context.data})`),
      'http-problems/have-no-equals',
      { type: 'array', schemaType: 'boolean', error: { message: 'has equal items' } },
    ),
  ]
}
