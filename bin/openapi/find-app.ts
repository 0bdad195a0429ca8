/** Finds the app that a module exports. */
import { isRecord, itemsOf, ownKeys, read } from '../../lib/guard/read.js'
import { InputError, reasonOf } from '../command.js'

/** An app of one of the frameworks. */
export type FoundApp =
  | { readonly framework: 'express'; readonly app: object }
  | { readonly framework: 'koa'; readonly app: object; readonly mounts: readonly unknown[] }

/** Finds the app: the default export or `app`, itself, in a promise, or made by a function without parameters. */
export async function findApp(source: string, module: unknown): Promise<FoundApp> {
  // A CommonJS module is the default export of itself, and what TypeScript made of an ES module has another one in that.
  const inner = read(module, 'default')
  const candidates = [inner, read(module, 'app'), read(inner, 'default'), read(inner, 'app')]
  for (const candidate of candidates) {
    const found = await appIn(source, candidate)
    if (found === undefined) continue
    if (isExpress(found)) return { framework: 'express', app: found }
    const mounts = [read(module, 'mounts'), read(inner, 'mounts')].find((one) => one !== undefined) ?? []
    const list = itemsOf(mounts)
    if (list === undefined) throw new InputError(`${source}: mounts is no list of [path, app]`)
    return { framework: 'koa', app: found, mounts: list }
  }
  if (candidates.some(isRouter))
    throw new InputError(
      `${source} exports a router. Export the app that uses it: what stands in front of the router counts, too`,
    )
  const names = ownKeys(module).slice(0, 10).join(', ')
  const exported = names === '' ? 'nothing' : names
  throw new InputError(`${source} exports no app of Express or Koa, but ${exported}. Export it as default, or as \`app\``)
}

async function appIn(source: string, exported: unknown): Promise<object | undefined> {
  const value = await settled(source, exported)
  if (isExpress(value) || isKoa(value)) return value
  if (!isMaker(value)) return undefined
  const made = await settled(source, madeBy(source, value))
  return isExpress(made) || isKoa(made) ? made : undefined
}

function madeBy(source: string, make: () => unknown): unknown {
  try {
    return make()
  } catch (error) {
    throw new InputError(`${source}: the function that it exports throws: ${reasonOf(error)}`)
  }
}

async function settled(source: string, value: unknown): Promise<unknown> {
  try {
    return await value
  } catch (error) {
    throw new InputError(`${source}: the promise that it exports is rejected: ${reasonOf(error)}`)
  }
}

// An app of Express is a function, and so is a router, which has no settings.
function isExpress(value: unknown): value is object {
  return typeof value === 'function' && ['use', 'handle', 'set'].every((name) => typeof read(value, name) === 'function')
}

function isKoa(value: unknown): value is object {
  return isRecord(value) && Array.isArray(read(value, 'middleware')) && typeof read(value, 'callback') === 'function'
}

function isRouter(value: unknown): boolean {
  return Array.isArray(read(value, 'stack'))
}

function isMaker(value: unknown): value is () => unknown {
  return typeof value === 'function' && value.length === 0 && !isRouter(value) && !String(value).startsWith('class')
}
