/** Loads a package that ours depends on: `build.js` puts load.mjs in the place of load.js, for both formats. */

/** Loads a package by its name; `undefined` where that cannot be done. */
export function load(name: string): unknown
