/** The messages between the processes of a run. Each question gets one answer. */

/** What the run asks of a server. */
export type ServerQuestion =
  | { readonly ask: 'cpu' }
  /** Answers requests that never touch the network. */
  | { readonly ask: 'drive'; readonly requests: number }
  | ProfileQuestion

/** What begins a CPU profile of a server, and what ends it. */
export type ProfileQuestion = { readonly ask: 'profile' } | { readonly ask: 'write-profile'; readonly file: string }

/** What a server says. */
export type ServerAnswer =
  | { readonly says: 'listening'; readonly port: number }
  /** User and system time of the process since it began, in microseconds. */
  | { readonly says: 'cpu'; readonly micros: number }
  | { readonly says: 'done' }

/** What the run asks of the load process: so many requests, each answered by exactly so many bytes. */
export interface LoadQuestion {
  readonly port: number
  readonly requests: number
  readonly responseBytes: number
}

/** What the load process says. */
export type LoadAnswer = { readonly says: 'done' } | { readonly says: 'failed'; readonly reason: string }
