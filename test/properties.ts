/** Gives all property tests of a run one seed: that of the environment, so that a failure can be repeated, else another one each time. */
import { configureGlobal } from 'fast-check'
import { SEED, seedOf } from './seeds/seed.js'

const seed = seedOf(process.env[SEED])
configureGlobal({ seed })
// Not on standard output, where reporters write for programs. A failure names the seed as well.
process.stderr.write(`Property tests with the seed ${seed}. To repeat them: ${SEED}=${seed} npm test\n`)
