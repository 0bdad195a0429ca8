/** The problem types of the IANA registry (RFC 9457 4.2), about:blank aside: Oblivious HTTP (RFC 9458) and digest fields. */
import { defineProblem } from '../define.js'

/** The prefix of the type URIs in the registry. */
export const REGISTRY = 'https://iana.org/assignments/http-problem-types#'

/** Declares each type. The members are optional, as draft-ietf-httpapi-digest-fields-problem-types 3 says. */
export const registryEntries = {
  /** Answers 400: the Date of the request is too far from the clock of the server (RFC 9458 6.5.2). */
  DateNotAcceptable: () =>
    defineProblem('DateNotAcceptable', {
      type: `${REGISTRY}date`,
      status: 400,
      title: 'date field in request outside of acceptable range',
      description:
        'Registered as "Date Not Acceptable" (RFC 9458 6.5.2). Send the request again with the time of the field Date in this response.',
      headers: { Date: { description: 'What the server takes for the correct time.' } },
      retry: { when: 'after-change' },
    }),

  /** Answers 400: the server cannot use the key that the request is encrypted with (RFC 9458 5.3). */
  OhttpKeyNotAcceptable: () =>
    defineProblem('OhttpKeyNotAcceptable', {
      type: `${REGISTRY}ohttp-key`,
      status: 400,
      title: 'key identifier unknown',
      description:
        'Registered as "Oblivious HTTP key configuration not acceptable" (RFC 9458 5.3). Get the current key configuration, then send the request again.',
      retry: { when: 'after-change' },
    }),

  /** Answers 400: the server does not support hashing algorithms of the request (digest draft 3.1). */
  DigestUnsupportedAlgorithms: () =>
    defineProblem('DigestUnsupportedAlgorithms', {
      type: `${REGISTRY}digest-unsupported-algorithms`,
      status: 400,
      title: 'Unsupported hashing algorithms',
      description:
        'The request names hashing algorithms that the server does not support. The preference fields of this response list those that it does.',
      members: {
        type: 'object',
        properties: {
          unsupported_algorithms: {
            type: 'array',
            description: 'Each unsupported algorithm, with the field that names it.',
            items: {
              type: 'object',
              properties: {
                algorithm: { type: 'string', description: 'The key of the algorithm.' },
                header: { type: 'string', description: 'The integrity or preference field that names it.' },
              },
              required: ['algorithm', 'header'],
            },
          },
        },
      },
      headers: {
        'Want-Content-Digest': { description: 'The algorithms that the server supports for Content-Digest (RFC 9530 4).' },
        'Want-Repr-Digest': { description: 'The algorithms that the server supports for Repr-Digest (RFC 9530 4).' },
      },
      retry: { when: 'after-change' },
      examples: [{ unsupported_algorithms: [{ algorithm: 'md5', header: 'Repr-Digest' }] }],
    }),

  /** Answers 400: digests of the request cannot come from their algorithm (digest draft 3.2). */
  DigestInvalidValues: () =>
    defineProblem('DigestInvalidValues', {
      type: `${REGISTRY}digest-invalid-values`,
      status: 400,
      title: 'Invalid digest values',
      description:
        'Digests of the request cannot come from their hashing algorithm. Correct how they are computed or encoded; the same request fails again.',
      members: {
        type: 'object',
        properties: {
          invalid_digests: {
            type: 'array',
            description: 'Each invalid digest.',
            items: {
              type: 'object',
              properties: {
                algorithm: { type: 'string', description: 'The key of the algorithm.' },
                header: { type: 'string', description: 'The integrity field with the digest.' },
                reason: { type: 'string', description: 'Why the digest is invalid, for people.' },
              },
              required: ['algorithm', 'header', 'reason'],
            },
          },
        },
      },
      retry: { when: 'after-change' },
      examples: [
        { invalid_digests: [{ algorithm: 'sha-512', header: 'Repr-Digest', reason: 'digest value is not 64 bytes long' }] },
      ],
    }),

  /**
   * Answers 400: digests of the request are not those of what arrived (digest draft 3.3).
   *
   * Never include the digest that the server computed, in no member and no text: attackers use it as an oracle (section 4).
   * The schema of an entry is closed for this reason.
   */
  DigestMismatchedValues: () =>
    defineProblem('DigestMismatchedValues', {
      type: `${REGISTRY}digest-mismatched-values`,
      status: 400,
      title: 'Mismatched digest values',
      description:
        'Digests of the request are not those of what arrived. Something on the way may have changed it; the same request may be sent again.',
      members: {
        type: 'object',
        properties: {
          mismatched_digests: {
            type: 'array',
            description: 'Each digest that does not match.',
            items: {
              type: 'object',
              properties: {
                algorithm: { type: 'string', description: 'The key of the algorithm.' },
                provided_digest: {
                  type: 'string',
                  description: 'The digest of the request, as a byte sequence of structured fields (RFC 9651 4.1.8).',
                },
                header: { type: 'string', description: 'The integrity field with the digest.' },
              },
              required: ['algorithm', 'provided_digest', 'header'],
              additionalProperties: false,
            },
          },
        },
      },
      retry: { when: 'always' },
      examples: [
        {
          mismatched_digests: [
            { algorithm: 'sha-256', provided_digest: ':RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:', header: 'Repr-Digest' },
          ],
        },
      ],
    }),
}
