/** Reads the issues of schema libraries: where each is, what kind of fault, and of a union what helps. */
import { itemsOf, read } from '../problem/read.js'
import { type Found, meantInList, meantIssues } from './alternatives.js'
import { arkAlternatives, arkCode, arkParts, isArkIssue } from './arktype-issues.js'
import type { ValidationCode } from './fault-codes.js'
import { pathOf } from './pointer.js'
import { isValibotIssue, valibotCode } from './valibot-issues.js'
import { isZodIssue, zodAlternatives, zodCode } from './zod-issues.js'

/** One issue. */
export interface ReadIssue extends Found {
  /** Whether the place has no name, such as that of a member of a Set: then the path is that of the Set. */
  readonly isCut: boolean
}

// Unions in unions, deeper than anyone writes; also the end of an issue that holds itself.
const DEEPEST = 8
// More issues in one than can be told.
const MOST = 100

/** Reads an issue: one, or those of the alternative that was meant. */
export function readIssue(issue: unknown): readonly ReadIssue[] {
  return readAt(issue, [], 0)
}

function readAt(issue: unknown, start: readonly unknown[], depth: number): readonly ReadIssue[] {
  const items = [...start, ...(itemsOf(read(issue, 'path')) ?? [])]
  const path = pathOf(items)
  const own = { path, isCut: path.length < Math.min(items.length, 32), code: codeOfIssue(issue), issues: [issue] }
  if (depth >= DEEPEST) return [own]
  const parts = isArkIssue(issue) ? arkParts(issue) : []
  if (parts.length > 0) return parts.slice(0, MOST).flatMap((part) => readAt(part, [], depth + 1))
  const strangers =
    own.code === 'unknown-member' ? (itemsOf(read(issue, 'keys')) ?? []).filter((key) => typeof key === 'string') : []
  if (strangers.length > 0) return strangers.slice(0, MOST).map((name) => ({ ...own, path: [...path, name] }))
  if (own.code !== 'union') return [own]
  return readUnion(issue, own, (list, from) => list.slice(0, MOST).flatMap((one) => readAt(one, from, depth + 1)), items)
}

// The paths of zod 3 and of arktype begin at the root, those of zod 4 and valibot at the union.
function readUnion(
  issue: unknown,
  own: ReadIssue,
  readAll: (list: readonly unknown[], from: readonly unknown[]) => readonly ReadIssue[],
  items: readonly unknown[],
): readonly ReadIssue[] {
  if (isValibotIssue(issue)) return meantInList(own, readAll(itemsOf(read(issue, 'issues')) ?? [], items))
  const isArk = isArkIssue(issue)
  const lists = isArk ? arkAlternatives(issue) : zodAlternatives(issue)
  const from = isArk || itemsOf(read(issue, 'unionErrors')) !== undefined ? [] : items
  return meantIssues(
    own,
    lists.slice(0, MOST).map((list) => readAll(list, from)),
  )
}

function codeOfIssue(issue: unknown): ValidationCode | undefined {
  if (isZodIssue(issue)) return zodCode(issue)
  if (isValibotIssue(issue)) return valibotCode(issue)
  return isArkIssue(issue) ? arkCode(issue) : undefined
}
