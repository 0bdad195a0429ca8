/** System errors of Node: what the operating system refused to this server. They name paths, hosts and ports. */
import { coded, type Family, row } from './family.js'

/** The family. */
export const nodeSystem: Family = {
  name: 'Node.js',
  concerns: ({ code }) => typeof code === 'string' && code.startsWith('E'),
  rows: [
    // Out of files, memory or room: it may pass.
    row(coded('EMFILE', 'ENFILE', 'ENOSPC', 'ENOMEM', 'EDQUOT'), 503),
    // A dependency that is down.
    row(
      (error) =>
        ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(error.code as string) &&
        error.get('status') === undefined,
      503,
    ),
    row((error) => error.code === 'ETIMEDOUT' && error.get('syscall') !== undefined, 504),
  ],
}
