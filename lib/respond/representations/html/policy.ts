/** The header fields of the pages: what a browser may load and run for them, which is next to nothing. */
import { STYLE_HASH } from './style.js'

const NOTHING_ELSE = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Fields of the page for everybody: its style and no script. The address of the request goes nowhere, as it may hold secrets. */
export function pageFields(stylesheet: string | undefined): Readonly<Record<string, string>> {
  return fields(
    `style-src '${STYLE_HASH}'${stylesheet === undefined ? '' : ` ${stylesheet.startsWith('/') ? "'self'" : stylesheet}`}`,
  )
}

// `copyErrorMessage(this)`, the one event handler in the markup of youch: its button that copies the error.
const COPY_HANDLER = 'sha256-7TqQJF3K4wrZpxSqn+IJ/s3Y705jL5IIk8Ga5HVJD1s='

/** Fields of the developer's page: scripts and styles that carry a number used once. What youch writes has style attributes, and images in its styles. */
export function developerFields(nonce: string): Readonly<Record<string, string>> {
  const scripts = `script-src 'nonce-${nonce}' 'unsafe-hashes' '${COPY_HANDLER}'`
  return fields(`${scripts}; style-src 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src data:`)
}

function fields(sources: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': `default-src 'none'; ${sources}; ${NOTHING_ELSE}`,
    'Referrer-Policy': 'no-referrer',
  }
}
