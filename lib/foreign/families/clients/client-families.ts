/** The families of clients of other servers, in the order in which they are asked. */

import type { Family } from '../../family.js'
import { aws } from './aws.js'
import { braintree } from './braintree.js'
import { services } from './cloud-apis.js'
import { elasticsearch } from './elasticsearch.js'
import { generatedClients } from './generated-clients.js'
import { grpc } from './grpc.js'
import { hostedStores } from './hosted-stores.js'
import { upstream } from './http-clients.js'
import { kafkajs } from './kafkajs.js'
import { messaging } from './messaging.js'
import { nats } from './nats.js'
import { nodemailer } from './nodemailer.js'
import { ofetch } from './ofetch.js'
import { olderClients, wreck } from './older-clients.js'
import { openai } from './openai.js'
import { stripe } from './stripe.js'
import { supabase } from './supabase.js'

/** Those families. */
export const clientFamilies: readonly Family[] = [
  upstream,
  olderClients,
  wreck,
  ofetch,
  openai,
  services,
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
