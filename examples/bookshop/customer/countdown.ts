/** Counts the seconds down until a moment. */

/** Says how many seconds are left, at once and whenever it is one less; ends when the time is over. */
export function countdown(ms: number, tell: (seconds: number) => void): Promise<void> {
  const end = performance.now() + ms
  return new Promise((resolve) => {
    tick()
    function tick(): void {
      const left = end - performance.now()
      if (left <= 0) return resolve()
      tell(Math.ceil(left / 1000))
      setTimeout(tick, left % 1000 || 1000)
    }
  })
}
