/** Sees whether a handler writes to what was thrown. */

/** Takes down the own members of a value. */
export function snapshot(value) {
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(Reflect.ownKeys(value).map((name) => [name, Object.getOwnPropertyDescriptor(value, name)]))
}

/** Lists the own members that have changed since. */
export function changesOf(value, before) {
  const after = snapshot(value)
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => !isSame(before.get(name), after.get(name))).map(String)
}

function isSame(one, other) {
  return one !== undefined && other !== undefined && Object.is(one.value, other.value) && one.get === other.get
}
