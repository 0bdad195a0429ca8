/** Checks the options of a handler and does, once, all work that does not depend on a request. */
import { type Conversion, prepareConversion } from '../foreign/conversion.js'
import { isFunction, misuse, wrongOption } from '../guard/refuse.js'
import { type Challenge, challengeLines } from '../problem/fields/challenge.js'
import { FieldError } from '../problem/fields/field-value.js'
import { ABOUT_BLANK } from '../problem/static-members.js'
import { createMembersValidator, type MembersValidator } from '../respond/members/validator.js'
import { acceptOf } from '../respond/negotiation/accept.js'
import { createChooser } from '../respond/negotiation/choose.js'
import { defaultRepresentations } from '../respond/representations/list.js'
import { prepareForms } from '../respond/representations/prepare.js'
import type { DocumentSettings, Settings } from '../respond/settings.js'
import { errorFacts } from '../status/codes.js'
import { type DrainLimits, prepareDrain } from './drain-limits.js'
import type { Listener, Tell } from './event.js'
import { type FilledOptions, fillOptions } from './fill-options.js'
import type { HandlerOptions, TypedClass } from './options.js'
import { createRouteMemory, type RouteMemory } from './route-memory.js'
import { listenersOf, tellAll } from './tell.js'

/** Options that settings have as they were given. */
type GivenOptions<Request> = Omit<FilledOptions<Request>, keyof Settings | 'drain' | 'representations'>

/** What a handler needs at each request. */
export interface HandlerSettings<Request = unknown> extends Settings<Request>, GivenOptions<Request> {
  /** What errors become, in front of the families. */
  readonly conversion: Conversion
  /** How much of a request body is read behind its answer. */
  readonly drain: DrainLimits
  /** Tells everybody who listens what became of an error. */
  readonly tell: Tell<Request>
  /** Whether a route is seen for the first time by those who tell of thrown faults. */
  readonly isFirstOf: RouteMemory
}

/** Prepares a handler; a wrong option is a TypeError with a code. */
export function prepareSettings<Request>(
  given: HandlerOptions<Request> = {},
  defaultLog: Listener<Request>,
): HandlerSettings<Request> {
  const options = fillOptions<Request>(given)
  return {
    ...documentSettings(options, createMembersValidator(options)),
    conversion: prepareConversion(options),
    challenges: prepareChallenges(options.challenges),
    keepHeaders: new Set(options.keepHeaders?.map((name) => name.toLowerCase())),
    drain: prepareDrain(options.drain),
    tell: tellAll(listenersOf(options, defaultLog)),
    isFirstOf: createRouteMemory(),
    ...prepareChoice(options),
  }
}

function prepareChoice<Request>({
  representations = defaultRepresentations,
  translate,
}: FilledOptions<Request>): Pick<Settings<Request>, 'pickRepresentation' | 'vary'> {
  const forms = prepareForms(representations)
  const [first] = forms
  const isChosen = forms.length > 1
  const choose = createChooser(forms)
  // RFC 9110 12.5.5: what the answer depends on.
  const vary = [...(isChosen ? ['Accept'] : []), ...(translate === undefined ? [] : ['Accept-Language'])].join(', ')
  return {
    pickRepresentation: isChosen ? (facts) => choose(acceptOf(facts)) : () => first,
    vary: vary === '' ? undefined : ['Vary', vary],
  }
}

/** Prepares what makes documents only; a wrong option is a TypeError with a code. */
export function prepareDocumentSettings(given: HandlerOptions, membersCheck: MembersValidator): DocumentSettings {
  return documentSettings(fillOptions(given), membersCheck)
}

function documentSettings<Request>(
  options: FilledOptions<Request>,
  membersCheck: MembersValidator,
): FilledOptions<Request> & DocumentSettings<Request> {
  return { ...options, defaults: prepareDefaults(options.defaults), membersCheck }
}

function prepareDefaults(defaults: HandlerOptions['defaults']): DocumentSettings['defaults'] {
  const prepared = new Map<number, { type: string; title: string | undefined }>()
  for (const [key, Class] of Object.entries(defaults ?? {}) as [string, TypedClass | undefined][]) {
    const place = `options.defaults[${key}]`
    if (errorFacts[Number(key)] === undefined) throw wrongOption('options.defaults', 'registered 4xx and 5xx codes as keys', key)
    if (Class === undefined) continue
    if (!isFunction(Class)) throw wrongOption(place, 'a problem class', Class)
    if (typeof Class.type !== 'string' || Class.type === ABOUT_BLANK)
      throw wrongOption(place, 'a class with a type of its own', Class.type)
    if (Class.status !== Number(key)) throw wrongOption(place, `a class with the status ${key}`, Class.status)
    prepared.set(Number(key), { type: Class.type, title: Class.title })
  }
  return prepared
}

function prepareChallenges(challenges: Challenge | readonly Challenge[] | undefined): readonly string[] | undefined {
  if (challenges === undefined) return undefined
  try {
    return challengeLines(challenges)
  } catch (error) {
    const { expected, got } =
      error instanceof FieldError ? error : { expected: 'readable challenges', got: 'some that throw when they are read' }
    throw misuse({ code: 'ERR_PROBLEM_OPTION', place: 'options.challenges', expected, got })
  }
}
