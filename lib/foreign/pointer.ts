/** Writes where a fault is as a JSON Pointer in fragment form (RFC 6901 6): `#/lines/0/amount`. */
import { escapeName, pointerNames } from '../../schemas/json-pointer.js'
import { itemsOf, read } from '../problem/read.js'

// Deeper and longer names come from nobody who can read the answer.
const DEEPEST = 32
const LONGEST = 200

/** Makes the pointer of a path, whose items are names, numbers, or objects with a `key`. */
export function pointerOf(path: unknown): string {
  const items = (itemsOf(path) ?? []).slice(0, DEEPEST)
  return fragment(items.map(segmentOf))
}

/** Makes the pointer of a path in text form: `a.b[0]["c.d"]`. */
export function pointerOfText(path: unknown): string {
  if (typeof path !== 'string') return '#'
  const segments = [...path.slice(0, 1000).matchAll(/\[(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\d+))\]|([^.[\]]+)/g)]
  return fragment(segments.slice(0, DEEPEST).map(([, ...groups]) => groups.join('')))
}

/** Makes the fragment form of a JSON Pointer. */
export function pointerOfPointer(pointer: unknown): string {
  if (typeof pointer !== 'string' || !pointer.startsWith('/')) return '#'
  return fragment(pointerNames(pointer.slice(0, 1000)).slice(0, DEEPEST))
}

/** Adds a name to a pointer. */
export function pointerTo(pointer: string, name: unknown): string {
  return `${pointer}${fragment([segmentOf(name)]).slice(1)}`
}

function segmentOf(item: unknown): string {
  const key = typeof item === 'object' && item !== null ? read(item, 'key') : item
  return typeof key === 'string' || typeof key === 'number' ? String(key) : ''
}

function fragment(segments: readonly string[]): string {
  return `#${segments.map((segment) => `/${encode(segment.slice(0, LONGEST))}`).join('')}`
}

function encode(segment: string): string {
  return encodeURIComponent(escapeName(segment.toWellFormed())).replaceAll('%24', '$')
}
