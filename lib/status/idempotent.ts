/** Which requests may be repeated without a second effect. */

/** The methods whose requests have the same effect however often they are sent (RFC 9110 9.2.2, and the draft of QUERY). */
export const idempotentMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY'])
