/** Loads the package `yaml` when a text comes: whoever has a document as data does not pay for it. What is used of it is described here. */
import { load } from '../../../../schemas/load.js'

/** A node of a document: a scalar, a map, a list or an alias. */
export interface YamlNode {
  /** Where it begins, where its value ends, and where the comments and line breaks behind it end. */
  readonly range: readonly [start: number, valueEnd: number, nodeEnd: number]
  /** Whether a collection is written in brackets. */
  readonly flow?: boolean
  readonly srcToken?: YamlToken
  /** The name by which aliases mean it. */
  readonly anchor?: string
}

/** A scalar. */
export interface YamlScalar extends YamlNode {
  readonly value: unknown
  /** How it is written: `PLAIN`, `QUOTE_SINGLE` and so on. */
  readonly type: string
}

/** A map. */
export interface YamlMap extends YamlNode {
  readonly items: readonly YamlPair[]
}

/** A key with its value. */
export interface YamlPair {
  readonly key: YamlNode
  readonly value: YamlNode | null
}

/** What a node was made of. */
export interface YamlToken {
  readonly indent: number
  readonly items?: readonly {
    readonly start: readonly { readonly type: string; readonly offset: number }[]
    readonly key?: unknown
    readonly value?: unknown
  }[]
}

/** A document with its errors. */
export interface YamlDocument {
  readonly contents: YamlNode | null
  readonly errors: readonly {
    readonly message: string
    readonly linePos?: readonly { readonly line: number; readonly col: number }[]
  }[]
  toJS(options: { readonly maxAliasCount: number }): unknown
}

/** What is used of the package. */
export interface YamlPackage {
  parseAllDocuments(text: string, options: object): readonly YamlDocument[]
  stringify(value: unknown, options: object): string
  visit(document: YamlDocument, visitor: object): void
  isMap(node: unknown): node is YamlMap
  isSeq(node: unknown): node is YamlNode & { readonly items: readonly YamlNode[] }
  isScalar(node: unknown): node is YamlScalar
  isAlias(node: unknown): node is YamlNode & { readonly source: string }
}

/** Loads the package; `undefined` where that cannot be done, as in a bundle. */
export function loadYaml(): YamlPackage | undefined {
  return load('yaml') as YamlPackage | undefined
}
