// Lists what the require of an entry loads: `node loaded.cjs http-problems/express`.
const Module = require('node:module')

const load = Module._load
Module._load = function (request, ...rest) {
  if (Module.isBuiltin(request)) console.log(request)
  return load.call(this, request, ...rest)
}
require(process.argv[2])
for (const file of Object.keys(require.cache)) if (file !== __filename) console.log(file)
