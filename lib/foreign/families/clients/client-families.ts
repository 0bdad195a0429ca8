/** The families of clients of other servers, in the order in which they are asked. */

import type { Family } from '../../family.js'
import { aws } from './aws.js'
import { braintree } from './braintree.js'
import { cloudApis } from './cloud-apis.js'
import { elasticsearch } from './elasticsearch.js'
import { generatedClients } from './generated-clients.js'
import { grpc } from './grpc.js'
import { hostedStores } from './hosted-stores.js'
import { httpClients } from './http-clients.js'
import { kafkajs } from './kafkajs.js'
import { languageModels } from './language-models.js'
import { messaging } from './messaging.js'
import { nats } from './nats.js'
import { nodemailer } from './nodemailer.js'
import { ofetch } from './ofetch.js'
import { olderClients, wreck } from './older-clients.js'
import { stripe } from './stripe.js'
import { supabase } from './supabase.js'

/** The families of clients of other servers. */
export const clientFamilies: readonly Family[] = [
  httpClients,
  olderClients,
  wreck,
  ofetch,
  languageModels,
  cloudApis,
  aws,
  stripe,
  braintree,
  generatedClients,
  messaging,
  hostedStores,
  supabase,
  elasticsearch,
  nodemailer,
  kafkajs,
  nats,
  grpc,
]
