/** Finds paths whatever their parameters are called, in a time that does not grow with the number of paths. */

/** What a parameter of a path is here. */
const PARAMETER = '{}'

/** Gives the segments of a path. Empty ones do not count, so that a slash at the end makes no difference. */
export function segmentsOf(path: string): readonly string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) =>
      segment
        .split(/\{[^{}]*\}/)
        .map(literal)
        .join(PARAMETER),
    )
}

// The same characters may be percent-encoded or not. A brace that is no parameter becomes `%7B`.
function literal(text: string): string {
  try {
    return encodeURI(decodeURI(text))
  } catch {
    return text
  }
}

interface Node<Item> {
  readonly children: Map<string, Node<Item>>
  readonly items: Item[]
}

/** Items by path. */
export interface PathTree<Item> {
  readonly add: (segments: readonly string[], item: Item) => void
  /**
   * Gives the items of the first path that stands for the given one and has any that are accepted: the path itself, else one that has parameters in
   * the place of some segments. OpenAPI 3.1 4.8.8: what is written out comes before a parameter.
   */
  readonly find: (segments: readonly string[], accepts: (item: Item) => boolean) => readonly Item[]
}

/** Makes an empty tree. */
export function createPathTree<Item>(): PathTree<Item> {
  const root: Node<Item> = { children: new Map(), items: [] }

  function findIn(
    node: Node<Item>,
    segments: readonly string[],
    index: number,
    accepts: (item: Item) => boolean,
  ): readonly Item[] {
    const segment = segments[index]
    if (segment === undefined) return node.items.filter(accepts)
    for (const name of new Set([segment, PARAMETER])) {
      const child = node.children.get(name)
      const found = child === undefined ? [] : findIn(child, segments, index + 1, accepts)
      if (found.length > 0) return found
    }
    return []
  }

  return {
    add: (segments, item) => {
      let node = root
      for (const segment of segments) {
        const child = node.children.get(segment) ?? { children: new Map(), items: [] }
        node.children.set(segment, child)
        node = child
      }
      node.items.push(item)
    },
    find: (segments, accepts) => findIn(root, segments, 0, accepts),
  }
}
