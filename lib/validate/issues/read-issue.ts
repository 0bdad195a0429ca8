/** Reads the issues of schema libraries: where each is, what kind of fault, and of a union what helps. */

import { itemsOf, listOf, read } from '../../guard/read.js'
import type { ValidationCode } from '../fault-codes.js'
import { pathOf } from '../place.js'
import { type Found, meantInList, meantIssues } from './alternatives.js'
import { arkAlternatives, arkCode, arkParts, isArkIssue } from './arktype.js'
import { isValibotIssue, valibotCode } from './valibot.js'
import { isZodIssue, zodAlternatives, zodCode } from './zod.js'

/** One issue. */
export interface ReadIssue extends Found {
  /** Whether the place has no name, such as that of a member of a Set: then the path is that of the Set. */
  readonly isCut: boolean
}

// Unions in unions, deeper than anyone writes; also the end of an issue that holds itself.
const DEEPEST = 8
// More issues in one than can be told.
const MOST = 100

/** Gives the issues of each alternative of a union, with paths from the union; `undefined` where nobody can tell. */
export type AskAlternatives = (issue: unknown) => readonly (readonly unknown[])[] | undefined

/** Reads an issue: one, or those of the alternative that was meant. Whoever has the schema can `ask` it for more than the issue holds. */
export function readIssue(issue: unknown, ask?: AskAlternatives): readonly ReadIssue[] {
  return readAt(issue, { start: [], depth: 0, ask })
}

interface At {
  /** The path at which that of the issue begins. */
  readonly start: readonly unknown[]
  readonly depth: number
  readonly ask: AskAlternatives | undefined
}

function readAt(issue: unknown, { start, depth, ask }: At): readonly ReadIssue[] {
  const items = [...start, ...listOf(read(issue, 'path'))]
  const path = pathOf(items)
  const own = { path, isCut: path.length < items.length, code: codeOfIssue(issue), issues: [issue], issue }
  if (depth >= DEEPEST) return [own]
  const readAll = (list: readonly unknown[], from: readonly unknown[]): readonly ReadIssue[] =>
    list.slice(0, MOST).flatMap((one) => readAt(one, { start: from, depth: depth + 1, ask }))
  if (own.code === 'unknown-member') return strangersIn(own, issue)
  const parts = isArkIssue(issue) ? arkParts(issue) : []
  if (parts.length > 0) return readAll(parts, [])
  return own.code === 'union' ? readUnion(issue, own, (list, isFromRoot) => readAll(list, isFromRoot ? [] : items), ask) : [own]
}

// zod tells unknown members at the place of their parent, and names them all.
function strangersIn(own: ReadIssue, issue: unknown): readonly ReadIssue[] {
  const names = listOf(read(issue, 'keys')).filter((key) => typeof key === 'string')
  return names.length === 0 ? [own] : names.slice(0, MOST).map((name) => ({ ...own, path: [...own.path, name] }))
}

type ReadAll = (list: readonly unknown[], isFromRoot: boolean) => readonly ReadIssue[]

// The paths of zod 3 and of arktype begin at the root, those of zod 4 and valibot at the union.
function readUnion(issue: unknown, own: ReadIssue, readAll: ReadAll, ask: AskAlternatives | undefined): readonly ReadIssue[] {
  const isArk = isArkIssue(issue)
  const isFromRoot = isArk || itemsOf(read(issue, 'unionErrors')) !== undefined
  const asked = isValibotIssue(issue) ? ask?.(issue) : isArk ? arkAlternatives(issue) : zodAlternatives(issue)
  if (asked === undefined) return meantInList(own, readAll(listOf(read(issue, 'issues')), false))
  return meantIssues(
    own,
    asked.slice(0, MOST).map((list) => readAll(list, isFromRoot)),
  )
}

// An issue of another library has nothing but a text.
function codeOfIssue(issue: unknown): ValidationCode {
  if (isZodIssue(issue)) return zodCode(issue)
  if (isValibotIssue(issue)) return valibotCode(issue)
  return isArkIssue(issue) ? arkCode(issue) : 'invalid'
}
