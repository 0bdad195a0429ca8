/** Starts the processes of a run, with an environment that is the same everywhere, and talks to them. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A process that answers each question once. */
export class Child<Question extends object, Answer extends object> {
  readonly #process: ChildProcess

  constructor(script: 'server.js' | 'traffic.js', args: readonly string[], node: string) {
    this.#process = fork(fileURLToPath(new URL(script, import.meta.url)), args, {
      execPath: node,
      // No NODE_OPTIONS, no HTTP_PROBLEMS_STACKS: nothing from outside changes what is measured.
      execArgv: [],
      env: { NODE_ENV: 'production', PATH: process.env['PATH'] },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
  }

  /** Waits for the next message; the first comes by itself, when the process is ready. */
  next(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const exited = (code: number | null): void => reject(new Error(`A process of the benchmark ended with ${code}.`))
      this.#process.once('exit', exited)
      this.#process.once('message', (message) => {
        this.#process.off('exit', exited)
        // Both ends are ours and share the types of messages.ts.
        resolve(message as Answer)
      })
    })
  }

  ask(question: Question): Promise<Answer> {
    const answer = this.next()
    this.#process.send(question)
    return answer
  }

  /** Ends the process, which stops when nobody listens to it. */
  end(): void {
    if (this.#process.connected) this.#process.disconnect()
  }
}
