/** Loads a package that ours depends on, in the way of each build: `build.js` puts load.mjs or load.cjs in the place of load.js. */

/** Loads it; `undefined` where that cannot be done. */
export function load(name: string): unknown
