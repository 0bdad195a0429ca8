/** Bounds how many series a counter has: each is a row in the memory of the app, of Prometheus and of a bill. */
import { isText } from '../../guard/refuse.js'
import { visible } from '../../guard/visible.js'
import { CLIENT_GONE, type ProblemEvent } from '../../handler/event.js'
import { commonMethods, errorFacts } from '../../status/codes.js'

/** The labels of a series. */
export interface ProblemLabels {
  readonly type: string
  readonly status: string
  /** The template of the route, or `none` where it is unknown. */
  readonly route: string
  readonly method: string
}

const OTHER = 'other'
const NO_ROUTE = 'none'
const LONGEST_LABEL = 200

// Those of the table, that of a client that has gone, and the rest.
const MOST_STATUSES = Object.keys(errorFacts).length + 2

/** The fewest series that a counter may be bounded to. */
export const LEAST_SERIES = 150

/** Gives the labels of events. A series that there is no room for loses route and method first, then its type, and never its status. */
export class Series {
  readonly #known = new Map<string, ProblemLabels>()
  readonly #full: readonly [client: Room, server: Room]
  readonly #byType: Room
  readonly #byStatus: Room

  constructor(most: number) {
    // Apart from each other: whoever tries all methods on all routes makes a 405 of each, and no server error shall be without its route for it.
    this.#full = [new Room(most * 0.4), new Room(most * 0.2)]
    this.#byType = new Room(most * 0.4 - MOST_STATUSES)
    this.#byStatus = new Room(MOST_STATUSES)
  }

  /** Gives the labels of the series that an event counts in; one object for each. */
  labelsOf(event: ProblemEvent): ProblemLabels {
    const status = statusOf(event.status)
    const type = bounded(event.document.type)
    const method = commonMethods.has(event.method) ? event.method : OTHER
    const route = event.route === undefined ? NO_ROUTE : bounded(event.route)
    return (
      this.#in(this.#full[event.status >= 500 ? 1 : 0], { type, status, route, method }) ??
      this.#in(this.#byType, { type, status, route: OTHER, method: OTHER }) ??
      // Has room for every status.
      (this.#in(this.#byStatus, { type: OTHER, status, route: OTHER, method: OTHER }) as ProblemLabels)
    )
  }

  #in(room: Room, labels: ProblemLabels): ProblemLabels | undefined {
    const key = `${labels.status} ${labels.method} ${labels.route}\n${labels.type}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (!room.take()) return undefined
    this.#known.set(key, labels)
    return labels
  }
}

class Room {
  #left: number

  constructor(size: number) {
    this.#left = Math.floor(size)
  }

  take(): boolean {
    if (this.#left <= 0) return false
    this.#left--
    return true
  }
}

function statusOf(status: number): string {
  return errorFacts[status] !== undefined || status === CLIENT_GONE ? String(status) : OTHER
}

// A type may be made at run time, of anything.
function bounded(label: string): string {
  return isText(label) && label.length <= LONGEST_LABEL && visible(label) === label ? label : OTHER
}
