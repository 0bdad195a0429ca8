/** What a polluted process may have put on Object.prototype, and how it is put there and taken away. */

/** The kinds of values; an accessor counts as one. */
export const kinds: Readonly<Record<string, PropertyDescriptor>> = {
  'a text': { value: 'polluted', writable: true },
  'a number': { value: 599, writable: true },
  'an object': { value: { polluted: 'polluted', status: 418, 'X-Polluted': 'yes' }, writable: true },
  'a function': { value: () => 'polluted', writable: true },
  'a constant': { value: true, writable: false },
  'a getter that throws': {
    get() {
      throw new Error('polluted')
    },
  },
  'a setter that forgets': { get: () => 'polluted', set: () => undefined },
}

/** Those that an assignment replaces. Of the others most names break Node itself: a `url` that cannot be written is that of each request. */
export const plainKinds = Object.entries(kinds).filter(([, { value, writable }]) => value !== undefined && writable === true)

/** Puts a value under some names on Object.prototype. As an assignment would: whoever lists the names of an object by `in` sees it. */
export function pollute(names: readonly string[], kind: PropertyDescriptor, prototype: object = Object.prototype): void {
  // Without a prototype: the second name may be `get`.
  const descriptor = Object.assign(Object.create(null), kind, { configurable: true, enumerable: true })
  for (const name of names) Object.defineProperty(prototype, name, descriptor)
}

/** Takes the names away. */
export function clean(names: readonly string[], prototype: object = Object.prototype): void {
  for (const name of names) Reflect.deleteProperty(prototype, name)
}

/** Splits the names until those are found that make a difference. Most make none, so that many can be tried at once. */
export async function culprits(
  names: readonly string[],
  isSame: (names: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  if (names.length === 0 || (await isSame(names))) return []
  if (names.length === 1) return names
  const half = Math.ceil(names.length / 2)
  return [...(await culprits(names.slice(0, half), isSame)), ...(await culprits(names.slice(half), isSame))]
}
