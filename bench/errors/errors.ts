/** Measures what one error costs to make, deep in a stack, and to keep. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** What one error costs. */
export interface ErrorCost {
  /** CPU time to make it. */
  readonly nanoseconds: number
  /** Memory that it takes while it is kept. */
  readonly bytes: number
}

/** A 4xx of ours beside a plain Error and the floor, of one launch. */
export interface ErrorCosts {
  readonly problem: ErrorCost
  readonly plain: ErrorCost
  readonly floor: ErrorCost
}

/** Measures in fresh processes of the given Node.js. */
export async function measureErrors(node: string, launches: number): Promise<readonly ErrorCosts[]> {
  const all: ErrorCosts[] = []
  for (let launch = 0; launch < launches; launch++) {
    const script = fileURLToPath(new URL('child.js', import.meta.url))
    const { stdout } = await promisify(execFile)(node, ['--expose-gc', script], {
      // Nothing from outside changes what is measured.
      env: { NODE_ENV: 'production', PATH: process.env['PATH'] },
      timeout: 60_000,
    })
    // What child.ts prints.
    all.push(JSON.parse(stdout) as ErrorCosts)
  }
  return all
}
