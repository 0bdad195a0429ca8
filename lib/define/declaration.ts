/** What is said of a problem type when it is declared. */

import type { FieldValue } from '../problem/fields/field-value.js'
import type { ErrorStatus } from '../status/codes.js'
import type { DocumentedField, RetryAdvice } from './definition.js'
import type { MembersOf } from './members-type.js'

/** What `defineProblem` takes besides the name. */
export interface Declaration<Type extends string, Status extends ErrorStatus, Schema> {
  /** A URI reference that identifies the type (RFC 9457 3.1.1); an absolute URI is best. It never changes. */
  readonly type: Type
  /** The registered status code that the type is used with. */
  readonly status: Status
  /** A short summary for people, the same for every occurrence (RFC 9457 3.1.3). */
  readonly title: string
  /** The schema of the extension members (RFC 9457 3.2): JSON Schema with `type: 'object'`, or a Standard Schema that gives its JSON Schema. */
  readonly members?: Schema | undefined
  /** The explanation of an occurrence: a text, or a function of the members. It is always sent. */
  readonly detail?: string | ((members: MembersOf<Schema>) => string) | undefined
  /** What the type means and how it is resolved, for the documents (CommonMark). */
  readonly description?: string | undefined
  /** Fields of the response: with a value, sent always; with a description, documented, and given when a problem is made. */
  readonly headers?: Readonly<Record<string, FieldValue | number | DocumentedField>> | undefined
  /** What a client may do. `afterSeconds` is sent as Retry-After. */
  readonly retry?: RetryAdvice | undefined
  /** The Cache-Control of the answers. */
  readonly cacheControl?: string | undefined
  /** Members of typical occurrences, for documents; they are checked against the schema. */
  readonly examples?: readonly MembersOf<Schema>[] | undefined
  /** Whether the type should not be used any more. */
  readonly deprecated?: boolean | undefined
  /** Earlier type URIs of the same problem. */
  readonly aliases?: readonly string[] | undefined
  /** Whether instances capture a stack. By default the status and the environment decide. */
  readonly stack?: boolean | undefined
}

/** The keys of a declaration; the type makes sure that none is forgotten. */
export const declarationKeys: { readonly [Key in keyof Required<Declaration<string, ErrorStatus, unknown>>]: true } = {
  type: true,
  status: true,
  title: true,
  members: true,
  detail: true,
  description: true,
  headers: true,
  retry: true,
  cacheControl: true,
  examples: true,
  deprecated: true,
  aliases: true,
  stack: true,
}

/** What a declaration says about the detail: nothing, a text, or a function of the members. */
export type DeclaredDetail = string | ((members: unknown) => unknown) | undefined
