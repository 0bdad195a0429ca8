/** Runs a real Prometheus on this machine. */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Starts Prometheus with rules and jobs, in a folder that it may write to.
 *
 * `jobs` are URLs of metrics by the name of the job. It scrapes every second.
 */
export async function startPrometheus({ folder, rules, jobs }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [rules],
    scrape_configs: Object.entries(jobs).map(([job, url]) => {
      const { host, pathname } = new URL(url)
      return { job_name: job, metrics_path: pathname, static_configs: [{ targets: [host] }] }
    }),
  }
  // JSON is YAML.
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config, null, 2))
  const address = `127.0.0.1:${await freePort()}`
  const program = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      '--log.level=warn',
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const ended = new Promise((resolve) => program.once('exit', resolve).once('error', resolve))
  const ask = async (path) => {
    const response = await fetch(`http://${address}${path}`)
    const { status, error, data } = await response.json()
    if (status !== 'success') throw new Error(`Prometheus: ${error}`)
    return data
  }
  const stop = async () => {
    program.kill()
    await ended
  }
  for (let tries = 0; ; tries += 1) {
    const isReady = await fetch(`http://${address}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) break
    if (tries > 100 || program.exitCode !== null) {
      await stop()
      throw new Error('Prometheus did not start')
    }
    await sleep(200)
  }
  return {
    stop,
    /** Lists the alerts that are pending or firing. */
    alerts: async () => (await ask('/api/v1/alerts')).alerts,
    /** Gives the series of an expression now. */
    query: async (expression) => (await ask(`/api/v1/query?query=${encodeURIComponent(expression)}`)).result,
    /** Lists the targets with their health. */
    targets: async () => (await ask('/api/v1/targets')).activeTargets,
  }
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}
