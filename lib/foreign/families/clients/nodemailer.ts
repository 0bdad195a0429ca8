/** Errors of nodemailer. They name the mail server and quote what it said; `responseCode` is one of SMTP. */
import type { Family } from '../../family.js'
import { row } from '../rows.js'

const CODE = /^E(?:CONNECTION|SOCKET|AUTH|ENVELOPE|MESSAGE|STREAM|PROTOCOL|TLS|DNS|OAUTH2|TIMEDOUT)$/
// What nodemailer was doing when it failed: a step of its own or a command of SMTP.
const COMMAND = /^(?:CONN|API|EHLO|HELO|LHLO|STARTTLS|AUTH(?: [A-Z0-9-]+)?|MAIL FROM|RCPT TO|DATA|QUIT|RSET)$/

/** The family. */
export const nodemailer: Family = {
  name: 'nodemailer',
  concerns: ({ code, isError }) => isError && typeof code === 'string' && code.startsWith('E'),
  rows: [
    row(
      (error) =>
        COMMAND.test(error.text('command') ?? '') && (CODE.test(error.code as string) || error.get('syscall') === 'connect'),
      502,
    ),
  ],
}
