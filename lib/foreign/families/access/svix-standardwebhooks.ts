/** Errors of svix and standardwebhooks: a webhook that nobody signed who may. */
import type { Family } from '../../family.js'
import { hasStatus, row } from '../rows.js'

/** The family. */
export const svixStandardwebhooks: Family = {
  name: 'webhooks',
  names: ['WebhookVerificationError'],
  concerns: ({ isError }) => isError,
  rows: [row((error) => !hasStatus(error), 400, 'The signature of the request is not valid.')],
}
