/** Says what to do when an alert fires, out of the table of status codes and the declarations of types. */
import type { ProblemDefinition } from '../../define/definition.js'
import { errorFacts } from '../../status/codes.js'
import { describeStatus, type StatusDescription } from '../../status/describe.js'

/** The error statuses that a server answers with. */
const statuses: readonly number[] = Object.keys(errorFacts).map(Number)

// Descriptions are whole texts, and an alert is read on a telephone.
const LONGEST_DESCRIPTION = 500

// What the table says of every error, and of 499.
type ErrorDescription = Required<Pick<StatusDescription, 'code' | 'phrase' | 'meaning' | 'causes' | 'clientAction'>>

/** Says what the status of an error means, what leads to it, and what helps. */
export function statusRunbook(status: number): string {
  const { code, phrase, meaning, causes, clientAction } = describeStatus(status) as ErrorDescription
  return `${code} ${phrase}. ${meaning} Usual causes: ${causes.join('; ')}. What helps: ${clientAction.join('; ')}.`
}

/** Says the same of several statuses, a line each. */
export function statusesRunbook(codes: readonly number[]): string {
  return [...new Set(codes)]
    .sort((one, other) => one - other)
    .map(statusRunbook)
    .join('\n')
}

/** Says what a declared type means, then its status. */
export function typeRunbook({ name, title, description, status }: ProblemDefinition): string {
  const said = [title, ...(description === undefined ? [] : [description])].map(oneLine).map(sentence)
  return `${literal(`${name}: ${said.join(' ')}`)}\n${statusRunbook(status)}`
}

/** Says what the status of the alert means, of all statuses that it may have: a template, filled in by Prometheus. */
export function anyStatusRunbook(accepts: (status: number) => boolean): string {
  const branches = statuses
    .filter(accepts)
    .map(
      (status, index) => `${index === 0 ? '{{ if' : '{{- else if'} eq $labels.status "${status}" -}}\n${statusRunbook(status)}\n`,
    )
  return `${branches.join('')}{{- end }}`
}

/** Keeps a text of others from being taken for a template. */
export function literal(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}')
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST_DESCRIPTION ? line : `${line.slice(0, LONGEST_DESCRIPTION).toWellFormed()}…`
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
