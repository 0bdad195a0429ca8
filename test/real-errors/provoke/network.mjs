/** Keeps the rows on this machine: other names do not resolve, other addresses are not dialled. */
import dns from 'node:dns'
import { isIP, Socket } from 'node:net'

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|::)$/

/** Closes the way out; `report(host)` hears who wanted to go. */
export function stayHere(report) {
  const { lookup } = dns
  dns.lookup = (name, ...rest) => {
    if (LOOPBACK.test(name)) return lookup(name, ...rest)
    const done = rest.at(-1)
    const failed = { errno: -3008, code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: name }
    setImmediate(() => done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), failed)))
  }
  const { connect } = Socket.prototype
  Socket.prototype.connect = function (...parts) {
    const [first] = parts
    const host = typeof first === 'object' ? (Array.isArray(first) ? first[0]?.host : first?.host) : parts[1]
    if (typeof host === 'string' && isIP(host) !== 0 && !LOOPBACK.test(host)) {
      report(host)
      setImmediate(() => this.destroy(Object.assign(new Error('only 127.0.0.1 may be reached'), { code: 'ENETUNREACH' })))
      return this
    }
    return connect.apply(this, parts)
  }
}
