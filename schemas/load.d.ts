/** The types of `#load`, see "imports" in package.json: one file for each runtime. */
declare module '#load' {
  /** Loads a package that ours depends on; `undefined` where that cannot be done. */
  export function load(name: string): unknown
}
