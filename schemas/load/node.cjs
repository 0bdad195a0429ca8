// In Node, from the CommonJS build. Not `require` itself: a bundler would take ajv along, or warn of a name that it cannot see.
exports.load = (name) => {
  try {
    return process.getBuiltinModule('node:module').createRequire(__filename)(name)
  } catch {
    return undefined
  }
}
