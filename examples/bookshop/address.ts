/** Reads from the environment where to listen, and says in plain words why that does not work. */
import type { Address } from './bookshop.js'

const HIGHEST_PORT = 65_535

/** Reads HOST and PORT. Koa listens on the port behind that of Express, so the highest one cannot be chosen. */
export function readAddress({ HOST, PORT }: NodeJS.ProcessEnv): Address | string {
  const host = HOST || '127.0.0.1'
  const text = PORT || '3000'
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port >= 1 && port < HIGHEST_PORT) return { host, ports: { express: port, koa: port + 1 } }
  const range = `PORT must be a whole number from 1 to ${HIGHEST_PORT - 1}, but is ${JSON.stringify(text)}.`
  return `${range} Koa listens on PORT + 1. Try: PORT=3000 npm start`
}

/** Says why the shop could not open, and what to do. */
export function explainFailure(error: unknown, { host, ports }: Address): string {
  const { code, port = ports.express } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use. Choose two free ports in a row, such as: PORT=${other(port)} npm start`
  if (code === 'EACCES') return `Port ${port} needs special rights. Choose a higher one: PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST ${JSON.stringify(host)} is no address of this machine. Try: HOST=127.0.0.1 npm start`
  return `The shop could not open: ${String(error)}`
}

function other(port: number): number {
  return port < 60_000 ? port + 1000 : 3000
}
