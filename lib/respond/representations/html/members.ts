/** Shows the extension members of a problem to a person: whatever JSON can hold, as far as anyone reads on. */

import { jsonText } from '../../../../schemas/json-text.js'
import { isRecord, read } from '../../../guard/read.js'
import { escapeHtml } from './escape.js'

/** What is still shown. The document that the page embeds has it all. */
interface Room {
  left: number
}

const MOST_VALUES = 100
const DEEPEST = 4
const LONGEST_TEXT = 2000

/** What members look like, and whether there are more of them. */
export interface ShownMembers {
  readonly html: string
  readonly isCut: boolean
}

/** Writes members as a list of names and values. */
export function showMembers(members: readonly (readonly [name: string, value: unknown])[]): ShownMembers {
  const room = { left: MOST_VALUES }
  const html = pairs(members, 0, room)
  return { html, isCut: room.left < 0 }
}

function pairs(members: readonly (readonly [name: string, value: unknown])[], depth: number, room: Room): string {
  return `<dl>${taken(members, room, ([name, value]) => `<dt>${text(name)}</dt><dd dir="auto">${show(value, depth, room)}</dd>`)}</dl>`
}

function show(value: unknown, depth: number, room: Room): string {
  if (typeof value !== 'object' || value === null) return scalar(value)
  if (depth >= DEEPEST) return `<code>${text(jsonText(value))}</code>`
  if (Array.isArray(value)) return `<ul>${taken(value, room, (item) => `<li>${show(item, depth + 1, room)}</li>`)}</ul>`
  return isFault(value) ? showFault(value) : pairs(Object.entries(value), depth + 1, room)
}

/** Writes as many as there is room for. */
function taken<Item>(items: readonly Item[], room: Room, write: (item: Item) => string): string {
  let html = ''
  for (const item of items) {
    if (--room.left < 0) break
    html += write(item)
  }
  return html
}

// As those of validate() and of the RFC: `{ detail, pointer }`.
function isFault(value: object): value is { readonly detail: string } {
  const isFlat = Object.values(value).every((item) => typeof item !== 'object')
  return isRecord(value) && isFlat && typeof read(value, 'detail') === 'string' && Object.keys(value).length <= 5
}

function showFault(fault: { readonly detail: string }): string {
  const rest = Object.entries(fault).filter(([name]) => name !== 'detail')
  return `${text(fault.detail)} ${rest.map(([, value]) => `<code>${text(String(value))}</code>`).join(' ')}`
}

function scalar(value: unknown): string {
  return typeof value === 'string' ? text(value) : `<code>${String(value)}</code>`
}

function text(value: string): string {
  return escapeHtml(value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value)
}
