/** Chooses the form that a client wants most (RFC 9110 12.5.1). There is always one: an error in an unwanted form is better than none. */
import { acceptedTypes, type Wish } from './accept.js'
import { remembering } from './field.js'

/** What a form is asked for by. */
export interface Offer {
  /** The media type without parameters, in lower case. */
  readonly essence: string
  /** Other media types that it is given for. */
  readonly alsoFor: readonly string[]
}

/** Makes a function that chooses one of some forms by the field Accept. The first of them is for clients that do not care. */
export function createChooser<Form extends Offer>(forms: readonly [Form, ...Form[]]): (accept: string | undefined) => Form {
  const [first] = forms
  const chosen = remembering((accept) => choose(forms, accept))
  return (accept) => (accept === undefined ? first : chosen(accept))
}

interface Match extends Wish {
  /** How closely the range names the form: 2 for its media type, 1 for all of its kind, 0 for everything. */
  readonly closeness: number
}

function choose<Form extends Offer>(forms: readonly [Form, ...Form[]], accept: string): Form {
  const wishes = acceptedTypes(accept)
  let best: Match | undefined
  let chosen = forms[0]
  for (const form of forms) {
    const match = matchOf(form, wishes)
    if (match === undefined || match.weight === 0 || (best !== undefined && !isStronger(match, best))) continue
    best = match
    chosen = form
  }
  return chosen
}

function isStronger(one: Match, other: Match): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight
  // RFC 9110 leaves the choice among equals to the server. Whoever writes `application/json, */*` or `text/markdown, text/html` has a wish.
  return one.closeness === other.closeness ? one.place < other.place : one.closeness > other.closeness
}

// The closest range counts, and the media type of the form more than those that it also is for: who refuses one of these may take the form.
function matchOf({ essence, alsoFor }: Offer, wishes: ReadonlyMap<string, Wish>): Match | undefined {
  const own = matched(wishes.get(essence), 2)
  if (own !== undefined) return own
  const [other] = alsoFor
    .map((name) => matched(wishes.get(name), 2))
    .filter((match): match is Match => match !== undefined && match.weight > 0)
    .toSorted((a, b) => (isStronger(a, b) ? -1 : 1))
  return other ?? matched(wishes.get(`${essence.slice(0, essence.indexOf('/'))}/*`), 1) ?? matched(wishes.get('*/*'), 0)
}

function matched(wish: Wish | undefined, closeness: number): Match | undefined {
  return wish && { ...wish, closeness }
}
