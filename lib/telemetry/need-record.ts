/** Refuses what is no object of options. */
import { isRecord } from '../guard/read.js'
import { wrongOption } from '../guard/refuse.js'

/** Throws a TypeError with a code unless options are an object. */
export function needRecord(place: string, options: unknown): void {
  if (!isRecord(options)) throw wrongOption(place, 'an object of options', options)
}
