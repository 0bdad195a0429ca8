/** Takes a CPU profile of this process, as `--cpu-prof` does, but of the time that is asked for and not of the start. */
import { writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'

const INTERVAL_MICROS = 100

const session = new Session()

/** Begins to take samples. */
export async function beginProfile(): Promise<void> {
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL_MICROS })
  await session.post('Profiler.start')
}

/** Ends the samples and writes what the profiler gives: a `.cpuprofile`, which Chromium's DevTools open. */
export async function writeProfile(file: string): Promise<void> {
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  await writeFile(file, JSON.stringify(profile))
}
