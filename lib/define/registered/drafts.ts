/** The problem types of drafts that ask for an entry in the registry: RateLimit fields (section 5) and resumable uploads. */
import { defineProblem } from '../define.js'
import { REGISTRY } from './registry.js'

const members = {
  type: 'object',
  properties: {
    'violated-policies': {
      type: 'array',
      items: { type: 'string' },
      description: 'The names of the quota policies that were exceeded; RateLimit-Policy explains them.',
    },
  },
} as const

const headers = {
  'Retry-After': { description: 'How many seconds to wait.' },
  RateLimit: { description: 'What is left of each quota, and when it starts anew.' },
  'RateLimit-Policy': { description: 'The quota policies that hold now.' },
}

/** Declares each type. No draft requires the members. The option `rateLimit` writes the RateLimit fields. */
export const draftEntries = {
  /** Answers 429: the client has used up a quota (RateLimit draft 5.1). */
  QuotaExceeded: () =>
    defineProblem('QuotaExceeded', {
      type: `${REGISTRY}quota-exceeded`,
      status: 429,
      title: 'Request cannot be satisfied as assigned quota has been exceeded',
      description: 'Your requests exceed a quota. Wait as long as Retry-After or RateLimit says.',
      members,
      headers,
      retry: { when: 'always' },
      examples: [{ 'violated-policies': ['daily', 'bandwidth'] }],
    }),

  /** Answers 503: the server can do less than usual for a while (RateLimit draft 5.2). */
  TemporaryReducedCapacity: () =>
    defineProblem('TemporaryReducedCapacity', {
      type: `${REGISTRY}temporary-reduced-capacity`,
      status: 503,
      title: 'Request cannot be satisfied due to temporary server capacity constraints',
      description: 'The server has less capacity than usual for a while. RateLimit-Policy may say what it allows meanwhile.',
      members,
      headers,
      retry: { when: 'always' },
      examples: [{ 'violated-policies': ['hourly'] }],
    }),

  /** Answers 429: the requests of the client look like a mistake or an attack (RateLimit draft 5.3). */
  AbnormalUsageDetected: () =>
    defineProblem('AbnormalUsageDetected', {
      type: `${REGISTRY}abnormal-usage-detected`,
      status: 429,
      // The draft writes it so, letter for letter.
      title: 'Request not satisifed due to detection of abnormal request pattern',
      description: 'The pattern of your requests suggests a mistake or abuse. Correct the client before it goes on.',
      members,
      headers,
      retry: { when: 'after-change' },
      examples: [{ 'violated-policies': ['hourly'] }],
    }),

  /** Answers 409: the upload has reached another offset (resumable uploads). The response must carry Upload-Offset: give it with `headers`. */
  MismatchingUploadOffset: () =>
    defineProblem('MismatchingUploadOffset', {
      type: `${REGISTRY}mismatching-upload-offset`,
      status: 409,
      title: 'offset from request does not match offset of resource',
      description: 'The upload has reached another offset than the request says. Go on at the offset in Upload-Offset.',
      members: {
        type: 'object',
        properties: {
          'expected-offset': { type: 'integer', minimum: 0, description: 'The offset of the upload, in bytes.' },
          'provided-offset': { type: 'integer', minimum: 0, description: 'The offset of the request, in bytes.' },
        },
      },
      headers: {
        'Upload-Offset': { description: 'The offset of the upload, in bytes.' },
        'Upload-Complete': { description: 'Whether the upload is complete: ?1 or ?0.' },
      },
      retry: { when: 'after-change' },
      examples: [{ 'expected-offset': 12_500_000, 'provided-offset': 25_000_000 }],
    }),

  /** Answers 400: the lengths that the client gave for one upload differ (resumable uploads). */
  InconsistentUploadLength: () =>
    defineProblem('InconsistentUploadLength', {
      type: `${REGISTRY}inconsistent-upload-length`,
      status: 400,
      title: 'inconsistent length values for upload',
      description: 'The length that the request gives for the upload is not the one that was given before.',
      retry: { when: 'after-change' },
    }),

  /** Answers 400: the upload is complete and cannot grow. Only older drafts of resumable uploads have the type. */
  CompletedUpload: () =>
    defineProblem('CompletedUpload', {
      type: `${REGISTRY}completed-upload`,
      status: 400,
      title: 'upload is already completed',
      description: 'The upload is complete, so nothing can be added to it.',
      retry: { when: 'never' },
      deprecated: true,
    }),
}
