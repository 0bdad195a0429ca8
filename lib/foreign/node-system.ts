/** System errors of Node: what the operating system refused to this server. They name paths, hosts and ports. */
import { coded, type Family, passing, row } from './family.js'

/** The family. */
export const nodeSystem: Family = {
  name: 'Node.js',
  concerns: ({ code }) => typeof code === 'string' && code.startsWith('E'),
  rows: [
    // Out of files, memory or room: it may pass.
    passing(coded('EMFILE', 'ENFILE', 'ENOSPC', 'ENOMEM', 'EDQUOT')),
    // A dependency that is down.
    passing(
      (error) =>
        ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(error.code as string) &&
        error.get('status') === undefined,
    ),
    row((error) => error.code === 'ETIMEDOUT' && error.get('syscall') !== undefined, 504),
  ],
}
