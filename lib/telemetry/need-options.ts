/** Refuses what are no options of a listener: the one check that all of them begin with. */
import { isRecord } from '../guard/read.js'
import { needKnownKeys, wrongOption } from '../guard/refuse.js'

/** Throws a TypeError with a code unless options are an object that has none but the known names. */
export function needOptions(known: object, options: unknown, owner: string): void {
  if (!isRecord(options)) throw wrongOption(owner, 'an object of options', options)
  needKnownKeys(known, options, owner)
}
