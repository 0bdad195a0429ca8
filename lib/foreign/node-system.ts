/** System errors of Node: what the operating system refused to this server. They name paths, hosts and ports. */
import { coded, type Family, passing, row } from './family.js'

/** The family. */
export const nodeSystem: Family = {
  name: 'Node.js',
  // With a status it is an answer that somebody chose.
  concerns: (error) => typeof error.code === 'string' && error.code.startsWith('E') && error.get('status') === undefined,
  rows: [
    // Out of files, memory or room: it may pass.
    passing(coded('EMFILE', 'ENFILE', 'ENOSPC', 'ENOMEM', 'EDQUOT')),
    // A dependency that is down.
    passing(coded('ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH')),
    row((error) => error.code === 'ETIMEDOUT' && error.get('syscall') !== undefined, 504),
  ],
}
