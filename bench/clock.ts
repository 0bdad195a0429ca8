/** Times a function by the CPU time that it takes, not by the time of day: another job on the machine must not count. */

/** Gives the nanoseconds of CPU for a call. */
export function nanosecondsOf(work: () => unknown, calls: number): number {
  let kept: unknown
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call++) kept = work()
  const { user, system } = process.cpuUsage(before)
  if (kept === undefined) throw new Error('The loop did not run.')
  return ((user + system) * 1000) / calls
}
