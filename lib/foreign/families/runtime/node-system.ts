/** System errors of Node: what the operating system refused to this server. They name paths, hosts and ports. */
import type { Family } from '../../family.js'
import { coded, passing, row } from '../rows.js'

const BROKEN: readonly unknown[] = ['ECONNRESET', 'EPIPE']
const TLS =
  /^(?:CERT_|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|ERR_TLS_CERT_ALTNAME_INVALID$|EPROTO$)/

/** The family. */
export const nodeSystem: Family = {
  name: 'Node.js',
  // An error with a status is an answer that somebody chose.
  concerns: (error) => typeof error.code === 'string' && error.get('status') === undefined,
  rows: [
    // The process is out of files, memory or room on the disk, which may pass.
    passing(coded('EMFILE', 'ENFILE', 'ENOSPC', 'ENOMEM', 'EDQUOT')),
    // A dependency that is down.
    passing(coded('ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH')),
    // The connection broke off. Of a request that a client broke off, Node says `aborted`.
    row(
      (error) => BROKEN.includes(error.code) && (error.get('syscall') !== undefined || error.message === 'socket hang up'),
      502,
    ),
    row(coded('ESOCKETTIMEDOUT'), 504),
    // A certificate that this server does not trust, or no TLS at all.
    row(({ code }) => TLS.test(code as string), 502),
    row((error) => error.code === 'ETIMEDOUT' && error.get('syscall') !== undefined, 504),
  ],
}
