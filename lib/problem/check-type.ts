/** Checks the type URIs of a declaration: that of the type and its earlier ones. */
import { schemaFaults } from '../../schemas/validate.js'
import { need } from '../guard/refuse.js'
import { ABOUT_BLANK } from './problem.js'

/** Refuses what is no URI reference (RFC 9457 3.1.1, RFC 3986 4.1), and the type of the plain classes. */
export function checkType(type: unknown, place: string): void {
  const isReference = typeof type === 'string' && type !== '' && schemaFaults({ type }).length === 0
  need(isReference, place, 'a URI reference (RFC 3986), other characters percent-encoded', type, 'ERR_PROBLEM_TYPE')
  need(
    String(type).toLowerCase() !== ABOUT_BLANK,
    place,
    'a type of its own; about:blank is that of the plain classes',
    type,
    'ERR_PROBLEM_TYPE',
  )
}

/** Gives the earlier URIs. */
export function checkAliases(given: unknown, type: unknown, place: string): readonly string[] {
  need(given === undefined || Array.isArray(given), place, 'a list of earlier type URIs', given)
  const aliases = [...((given ?? []) as unknown[])]
  for (const [index, alias] of aliases.entries()) {
    checkType(alias, `${place}[${index}]`)
    const isNew = alias !== type && aliases.indexOf(alias) === index
    need(isNew, `${place}[${index}]`, 'each URI once, and not that of the type itself', alias, 'ERR_PROBLEM_TYPE')
  }
  return Object.freeze(aliases as string[])
}
