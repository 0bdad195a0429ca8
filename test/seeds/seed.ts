/** How the seed of all property tests of a run is given. */

/** The variable of the environment. */
export const SEED = 'HTTP_PROBLEMS_TEST_SEED'

/** Gives the seed that a text names; without one a random seed. */
export function seedOf(text: string | undefined): number {
  if (text === undefined || text === '') return Math.floor(Math.random() * 2 ** 31)
  const seed = Number(text)
  // fast-check takes the lower 32 bits of a number.
  if (!Number.isInteger(seed) || Math.abs(seed) >= 2 ** 31)
    throw new Error(`${SEED} must be a whole number of 32 bits, but is ${JSON.stringify(text)}. Try: ${SEED}=1 npm test`)
  return seed
}
