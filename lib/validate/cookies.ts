/** Reads the Cookie field (RFC 6265 4.2) where no middleware has. */

/** Gives the cookies by name; of two with one name the first, which has the longer path. */
export function parseCookies(field: unknown): Record<string, string> {
  const cookies = new Map<string, string>()
  if (typeof field !== 'string') return {}
  for (const pair of field.split(';')) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(equals, 0)).trim()
    if (name !== '' && !cookies.has(name)) cookies.set(name, decode(pair.slice(equals + 1).trim()))
  }
  // Every cookie is an own member of the object, whatever its name.
  return Object.fromEntries(cookies)
}

function decode(value: string): string {
  const bare = value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
