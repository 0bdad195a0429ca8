/** What the methods of a path say about the resource behind it. */

/** What an app knows about a path. */
export interface PathMethods {
  /** The methods of the routes that match the path; empty where none does. */
  readonly allowed: readonly string[]
  /** Whether some route of the app has the method. */
  readonly knows: (method: string) => boolean
}

// A WebDAV server with access control and versions names fewer for one resource; Node knows 34 and more.
const MOST = 20

/**
 * Gives the methods that a route names. A route for all methods, as `all()` makes it of the list that Node knows, names none: it has answered
 * nothing when this code asks, so it stands there for another purpose, such as authentication.
 */
export function namedMethods(methods: readonly string[]): readonly string[] {
  return methods.length > MOST ? [] : methods
}

/** Tells whether the methods show a resource. OPTIONS alone shows none: `app.options('*', cors())` answers it for paths where there is nothing. */
export function showResource(allowed: readonly string[]): boolean {
  return allowed.some((method) => method !== 'OPTIONS')
}
