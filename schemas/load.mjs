// An ES module has no `require` of its own, and CommonJS no import.meta.url, for which the build writes __filename. Everything may be missing:
// Workers have no modules of Node, a bundle knows no path of this file. Not by an import, so that no bundler takes Node's modules or ajv along.
export function load(name) {
  try {
    return process.getBuiltinModule('node:module').createRequire(import.meta.url)(name)
  } catch {
    return undefined
  }
}
