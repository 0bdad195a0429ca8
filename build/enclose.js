// Puts a module, and all that only it needs, inside of the functions that it exports: nothing of that is made before one of them is called.
// V8 compiles what stands at the top of a file when the file is loaded, and only looks through a function that nobody has called.
import { rollup } from 'rollup'
import { parseAst } from 'rollup/parseAst'
import { reachable, readGraph } from './graph.js'

/** Makes a plugin that encloses modules, given by their ids; they export functions alone. What others need too stays outside. */
export function enclosing(ids, options) {
  const left = new Set(ids)
  let graph
  return {
    name: 'enclosing',
    async buildStart() {
      graph = await readGraph(options)
    },
    async transform(_code, id) {
      if (!ids.includes(id)) return null
      left.delete(id)
      const importsOf = (other) => (other === id ? [] : (graph.get(other) ?? []))
      const shared = reachable(Object.values(options.input), importsOf)
      return enclosed(await withOwn(id, shared, options))
    },
    buildEnd(error) {
      if (error === undefined && left.size > 0)
        throw new Error(`${[...left].join(', ')}: no other module imports it, but for those that are enclosed themselves.`)
    },
  }
}

/** Joins a module with what only it imports. */
async function withOwn(id, shared, { external, onLog }) {
  const own = await rollup({
    input: id,
    external: (other) => (other !== id && shared.has(other)) || external.test(other),
    makeAbsoluteExternalsRelative: false,
    onLog,
  })
  const { output } = await own.generate({ format: 'es', generatedCode: 'es2015' })
  await own.close()
  return output[0].code
}

/** Encloses a module as Rollup writes it: imports first, one list of exports last. */
function enclosed(code) {
  const { body } = parseAst(code)
  const start = body.findLast(({ type }) => type === 'ImportDeclaration')?.end ?? 0
  const lists = body.filter(({ type }) => type.startsWith('Export'))
  const [list] = lists
  if (lists.length !== 1 || list !== body.at(-1) || list.source !== null || list.specifiers.length === 0)
    throw new Error('A module that is enclosed exports functions of its own, and passes none on.')
  const functions = new Map(body.filter(({ type }) => type === 'FunctionDeclaration').map((node) => [node.id.name, node]))
  const exported = list.specifiers.map(({ exported, local }) => ({ name: exported.name, local: local.name }))
  const entrances = exported.map(({ name, local }) => {
    const node = functions.get(local)
    if (node === undefined) throw new Error(`${name} is no function, so it cannot be enclosed.`)
    // Express tells middleware by the number of its parameters.
    return `export function ${name}(${parametersOf(node)}) { return (inside ??= open()).${name}.apply(this, arguments); }\n`
  })
  const inner = exported.map(({ name, local }) => `${name}: ${local}`).join(', ')
  return `${code.slice(0, start)}
let inside;
${entrances.join('')}function open() {${code.slice(start, list.start)}return { ${inner} };\n}\n`
}

// Those that count: neither one with a default nor what follows.
function parametersOf({ params }) {
  const optional = params.findIndex(({ type }) => type === 'AssignmentPattern' || type === 'RestElement')
  const counted = optional === -1 ? params : params.slice(0, optional)
  return counted.map((_, index) => `given${index}`).join(', ')
}
