/** Finds the declared classes that a module exports. */
import { definitionOf } from '../../lib/define/definition.js'

/** Lists the declared classes of a module: exported themselves, or standing in an exported list or object. */
export function declaredClasses(module: unknown): readonly unknown[] {
  // Node sees few names of a CommonJS module; its default export has them all.
  const exported = [...valuesOf(module), ...valuesOf((module as { readonly default?: unknown }).default)]
  return [...new Set([...exported, ...exported.flatMap(valuesOf)].filter(isDeclared))]
}

function isDeclared(value: unknown): boolean {
  return typeof value === 'function' && definitionOf(value) !== undefined
}

function valuesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}
