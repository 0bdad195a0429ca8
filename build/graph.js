// What modules import, and what can be reached from some of them.
import { rollup } from 'rollup'

/** Reads what modules import, at once or later: lists of ids by the id of each. */
export async function readGraph({ input, external, onLog }) {
  const graph = new Map()
  const moduleParsed = ({ id, importedIds, dynamicallyImportedIds }) => {
    graph.set(id, [...importedIds, ...dynamicallyImportedIds])
  }
  const modules = await rollup({ input, external, onLog, treeshake: false, plugins: [{ name: 'graph', moduleParsed }] })
  await modules.close()
  return graph
}

/** Gives the ids that can be reached from some, these included. `importsOf` lists what a module imports. */
export function reachable(ids, importsOf, seen = new Set()) {
  for (const id of ids) {
    if (seen.has(id)) continue
    seen.add(id)
    reachable(importsOf(id), importsOf, seen)
  }
  return seen
}
