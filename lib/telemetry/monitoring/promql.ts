/** Writes expressions of PromQL. */
import type { Label, MonitoringPlan } from './plan.js'

// RE2, which Prometheus anchors at both ends.
const SPECIAL = /[\\^$.|?*+()[\]{}]/g

/** The matchers of server errors. A 501 is none: a method that nobody knows is the choice of the client, and scanners send as many as they like. */
export const SERVER_ERRORS: readonly string[] = ['status=~"5.."', 'status!="501"']

/** The matcher of problems that nobody received. */
export const CLIENT_GONE: readonly string[] = ['status="499"']

/** The matchers of problems that the client can do something about. */
export const CLIENT_ERRORS: readonly string[] = ['status=~"4.."', 'status!="499"']

/** Asks for a label that has a value. */
export function equals([name, value]: Label): string {
  return `${name}=${JSON.stringify(value)}`
}

/** Asks for problems of a type, by any of its URIs. */
export function typeIs(uris: readonly string[]): string {
  const [only = '', ...others] = uris
  return others.length === 0 && isAbsolute(only) ? equals(['type', only]) : `type=~${patternOf(uris)}`
}

/** Asks for problems of no type of a list. */
export function typeIsNot(uris: readonly string[]): string {
  return `type!~${patternOf(uris)}`
}

function patternOf(uris: readonly string[]): string {
  return JSON.stringify(uris.map(uriPattern).join('|'))
}

// A handler may resolve a relative reference, and only its options say against what.
function uriPattern(uri: string): string {
  return isAbsolute(uri) ? escape(uri) : `.*${escape(uri.replace(/^(?:\.{1,2}\/)+/, ''))}`
}

function escape(text: string): string {
  return text.replace(SPECIAL, '\\$&')
}

function isAbsolute(uri: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(uri)
}

/** Selects series by name and matchers. */
export function select(metric: string, ...matchers: readonly string[]): string {
  return matchers.length === 0 ? metric : `${metric}{${matchers.join(',')}}`
}

/** Lists the labels that tell services apart: what every series must have stays on what is made of it, or two sets of rules would collide. */
export function labelsOf({ by, match }: MonitoringPlan): readonly string[] {
  return [...new Set([...by, ...match.map(([name]) => name)])]
}

/** Adds up an expression, label by label. */
export function sumBy(labels: readonly string[], expression: string): string {
  return labels.length === 0 ? `sum(${expression})` : `sum by (${labels.join(', ')}) (${expression})`
}
