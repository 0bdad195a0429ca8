// In Node, from the ES module build, which has no `require` of its own. Everything may be missing: a bundle knows no path of this file.
export function load(name) {
  try {
    return process.getBuiltinModule('node:module').createRequire(import.meta.url)(name)
  } catch {
    return undefined
  }
}
