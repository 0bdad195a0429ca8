// Puts a module, and all that only it needs, inside of the functions that it exports: nothing of that is made before one of them is called.
// V8 compiles what stands at the top of a file when the file is loaded, and only looks through a function that nobody has called.
import { rollup } from 'rollup'
import { parseAst } from 'rollup/parseAst'

/** Makes a plugin that encloses modules, given by their paths; they export functions alone. What others need too stays outside. */
export function enclosing(ids, options) {
  return {
    name: 'enclosing',
    async transform(_code, id) {
      return ids.includes(id) ? enclosed(await withOwn(id, options)) : null
    },
  }
}

/** Joins a module with the modules that no other way leads to. */
async function withOwn(id, { input, external, onLog }) {
  const around = await rollup({ input, external: (other) => other === id || external.test(other), onLog })
  const shared = new Set(around.watchFiles)
  await around.close()
  const own = await rollup({
    input: id,
    external: (other) => shared.has(other) || external.test(other),
    makeAbsoluteExternalsRelative: false,
    onLog,
  })
  const { output } = await own.generate({ format: 'es', generatedCode: 'es2015' })
  await own.close()
  return output[0]
}

// Rollup writes the imports first, and one list of exports last.
function enclosed({ code, exports }) {
  const { body } = parseAst(code)
  const start = body.findLast(({ type }) => type === 'ImportDeclaration')?.end ?? 0
  const { start: end } = body.find(({ type }) => type === 'ExportNamedDeclaration')
  const functions = new Set(body.filter(({ type }) => type === 'FunctionDeclaration').map(({ id }) => id.name))
  const value = exports.find((name) => !functions.has(name))
  if (value !== undefined) throw new Error(`${value} is no function, so it cannot be enclosed.`)
  const entrances = exports.map((name) => `export function ${name}(...given) { return (inside ??= open()).${name}(...given); }\n`)
  return `${code.slice(0, start)}
let inside;
${entrances.join('')}function open() {${code.slice(start, end)}return { ${exports.join(', ')} };\n}\n`
}
