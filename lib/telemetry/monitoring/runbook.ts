/** Says what to do when an alert fires, out of the table of status codes and the declarations of types. */
import type { ProblemDefinition } from '../../define/definition.js'
import { errorFacts } from '../../status/codes.js'
import { describeStatus, type StatusDescription } from '../../status/describe.js'

/** The error statuses that a server answers with. */
const statuses: readonly number[] = Object.keys(errorFacts).map(Number)

// Descriptions are whole texts, and an alert is read on a telephone.
const LONGEST_DESCRIPTION = 500

/** Says what a status means, what leads to it, and what clients do about it. */
export function statusRunbook(status: number): string {
  // The callers have statuses of the table, and 499.
  const { code, phrase, meaning, causes, clientAction } = describeStatus(status) as StatusDescription
  return [
    `${code} ${phrase}. ${meaning}`,
    ...(causes === undefined ? [] : [`Usual causes: ${causes.join('; ')}.`]),
    ...(clientAction === undefined ? [] : [`What helps: ${clientAction.join('; ')}.`]),
  ].join(' ')
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
  const said = description === undefined ? '' : ` ${oneLine(description)}`
  return `${literal(`${name}: ${oneLine(title)}${said}`)}\n${statusRunbook(status)}`
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
