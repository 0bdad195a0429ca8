/** Lets each client do something a few times in a window of time. */
import { QuotaExceeded } from './problems.js'

/** What is allowed. */
export interface Policy {
  readonly name: string
  readonly quota: number
  /** Seconds. */
  readonly window: number
}

/** Makes a function that counts one use by a client, and throws when there are too many. */
export function rateLimit(policy: Policy): (client: string) => void {
  const usesOf = new Map<string, number[]>()

  return function use(client) {
    const now = Date.now() / 1000
    for (const [name, times] of usesOf) if (times.every((time) => time <= now - policy.window)) usesOf.delete(name)
    const uses = (usesOf.get(client) ?? []).filter((time) => time > now - policy.window)
    const [oldest = now] = uses
    if (uses.length >= policy.quota) refuse(policy, oldest + policy.window - now)
    usesOf.set(client, [...uses, now])
  }
}

function refuse(policy: Policy, seconds: number): never {
  const { name, quota, window } = policy
  const rateLimit = { policies: [policy], limits: [{ name, remaining: 0, reset: seconds }] }
  const detail = `At most ${quota} requests in ${window} seconds. Please wait a moment.`
  throw new QuotaExceeded({ 'violated-policies': [name] }, { detail, retryAfter: seconds, rateLimit })
}
