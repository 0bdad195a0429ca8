/** The URIs that declared types are counted under. */
import type { ProblemDefinition } from '../../define/definition.js'
import { ABOUT_BLANK } from '../../problem/static-members.js'

/** Gives the URIs of a type: earlier ones too, since an older release may still run beside this one. */
export function urisOf({ type, aliases }: ProblemDefinition): readonly string[] {
  return [type, ...aliases]
}

/** Lists every URI that nobody needs to declare, and those that are declared. */
export function knownUris(types: readonly ProblemDefinition[]): readonly string[] {
  return [ABOUT_BLANK, ...types.flatMap(urisOf)]
}
