// The same for the CommonJS build. Not `require` itself: a bundler would warn of a name that it cannot see, or take ajv along.
exports.load = (name) => {
  try {
    return process.getBuiltinModule('node:module').createRequire(__filename)(name)
  } catch {
    return undefined
  }
}
