/** Sends requests to a server of the same process over sockets that exist in memory only: no kernel, so less noise and no network cost. */
import type { Server } from 'node:http'
import { Duplex } from 'node:stream'
import { REQUEST } from './request.js'

/** Lets a server answer so many requests on one keep-alive connection, one after the other. */
export function drive(server: Server, requests: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = new MemorySocket(requests, resolve)
    server.emit('connection', socket)
    socket.push(REQUEST)
  })
}

class MemorySocket extends Duplex {
  readonly remoteAddress = '127.0.0.1'
  #left: number
  readonly #done: () => void

  constructor(requests: number, done: () => void) {
    super()
    this.#left = requests
    this.#done = done
  }

  setTimeout(): this {
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  override _read(): void {}

  override _write(_chunk: unknown, _encoding: string, callback: () => void): void {
    callback()
    this.#next()
  }

  override _writev(_chunks: unknown, callback: () => void): void {
    callback()
    this.#next()
  }

  // Every answer is one write: head and body go out together.
  #next(): void {
    this.#left--
    if (this.#left > 0) setImmediate(() => this.push(REQUEST))
    else {
      this.#done()
      this.destroy()
    }
  }
}
