/** Turns an expression that path-to-regexp compiled, version 0.1 of Express 4 or 8 of Express 5, back into the paths that it stands for. */

import { BOUND, joined, MOST_SHAPES, NOTHING, PARAMETER, REST, type Shape } from '../shape.js'
import { alternativesOf, behind, countCaptures, endOfGroup } from './expression.js'

/** What a group of the expression captures. */
export interface Capture {
  /** A group without a name has a number. */
  readonly name: string | number
  /** `undefined` where only the group itself tells. */
  readonly isRest?: boolean | undefined
}

/** One alternative of an expression: the paths that it stands for; none where it is no path. */
export interface CompiledPath {
  readonly source: string
  readonly shapes: readonly Shape[] | undefined
}

/** Reads the alternatives of an expression, each by itself. */
export function readCompiled(source: string, captures: readonly Capture[]): readonly CompiledPath[] {
  let first = 0
  return alternativesOf(source).map((alternative) => {
    const own = captures.slice(first, first + countCaptures(alternative))
    first += own.length
    return { source: alternative, shapes: shapesOf(alternative, own) }
  })
}

// Behind the path stand the slash that may end it, and what has to follow: nothing, or for a router the next segment.
const WHOLE = /^\^(.*?)(?:\\\/\?|\(\?:\\\/\$\)\?)?(?:\$|\(\?=\\\/\|\$\))$/s

function shapesOf(alternative: string, captures: readonly Capture[]): readonly Shape[] | undefined {
  const path = WHOLE.exec(alternative)?.[1]
  if (path === undefined) return undefined
  const shapes = new Reading(path, captures).whole()
  return shapes?.map(({ text, names }) => ({ text: text.replace(BEFORE_TAIL, REST).replace(LEADING_REST, '/$&'), names }))
}

// In Express 4, `/:path*` is a parameter and a group for what follows it.
const TAIL = '\uE003'
const BEFORE_TAIL = /[\uE000-\uE002]\uE003/g

// In Express 4, `*` takes the whole path, with its slash.
const LEADING_REST = /^\uE002/

// Text at once, up to a character that may be left out. A backslash itself is read by itself.
const PLAIN = /(?:[^\\^$.*+?()[\]{}|]|\\[^A-Za-z0-9\\])+(?![*+?{])/y

class Reading {
  readonly #source: string
  readonly #captures: readonly Capture[]
  #at = 0
  #capture = 0

  constructor(source: string, captures: readonly Capture[]) {
    this.#source = source
    this.#captures = captures
  }

  /** Reads all of the source; `undefined` where some part of it is no text, no parameter and no choice between these. */
  whole(): readonly Shape[] | undefined {
    const shapes = this.#alternatives()
    return this.#at === this.#source.length ? shapes : undefined
  }

  #alternatives(): readonly Shape[] | undefined {
    const shapes: Shape[] = []
    for (;;) {
      const sequence = this.#sequence()
      if (sequence === undefined || shapes.length + sequence.length > MOST_SHAPES) return undefined
      shapes.push(...sequence)
      if (!this.#eat('|')) return shapes
    }
  }

  #sequence(): readonly Shape[] | undefined {
    let shapes: readonly Shape[] = [NOTHING]
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] as string)) {
      const item = this.#item()
      if (item === undefined) return undefined
      const choices = this.#eat('?') ? [...item, NOTHING] : item
      if (/[*+?{]/.test(this.#source[this.#at] ?? '') || shapes.length * choices.length > MOST_SHAPES) return undefined
      shapes = shapes.flatMap((shape) => choices.map((choice) => joined(shape, choice)))
    }
    return shapes
  }

  #item(): readonly Shape[] | undefined {
    const start = this.#at
    if (this.#source[start] === '(') return this.#source[start + 1] === '?' ? this.#group() : this.#captured()
    PLAIN.lastIndex = start
    const plain = PLAIN.exec(this.#source)?.[0]
    if (plain !== undefined) {
      this.#at += plain.length
      return [{ text: plain.replaceAll('\\', ''), names: [] }]
    }
    const end = behind(this.#source, start)
    const item = this.#source.slice(start, end)
    // A class of characters, or an assertion.
    if (/^[[.^$*+?{]|^\\[A-Za-z0-9]/.test(item)) return undefined
    this.#at = end
    return [{ text: item.length === 1 ? item : item.slice(1), names: [] }]
  }

  #group(): readonly Shape[] | undefined {
    if (!this.#eat('(?:')) return undefined
    const shapes = this.#alternatives()
    return this.#eat(')') ? shapes : undefined
  }

  #captured(): readonly Shape[] {
    const end = endOfGroup(this.#source, this.#at)
    const inner = this.#source.slice(this.#at + 1, end)
    const within = countCaptures(inner)
    const [capture, ...captures] = this.#captures.slice(this.#capture, this.#capture + within + 1)
    this.#at = end + 1
    this.#capture += within + 1
    if (/^\(\?:\[\\?\/(?:\\\.)?\]\.\+\?\)\?$/.test(inner)) return [{ text: TAIL, names: [] }]
    const name = capture?.name ?? 0
    // `/user(s)?` of Express 4 is a choice between two texts.
    const choices = typeof name === 'number' ? new Reading(inner, captures).whole() : undefined
    return (
      choices ?? [
        { text: capture?.isRest === undefined ? markOf(inner) : capture.isRest ? REST : PARAMETER, names: [String(name)] },
      ]
    )
  }

  #eat(text: string): boolean {
    const isThere = this.#source.startsWith(text, this.#at)
    if (isThere) this.#at += text.length
    return isThere
  }
}

function markOf(inner: string): string {
  if (/^\.[*+]\??$/.test(inner)) return REST
  return /^\[\^\\?\/(?:\\\.)?\]\+\?$/.test(inner) || inner.startsWith('(?:(?!') ? PARAMETER : BOUND
}
