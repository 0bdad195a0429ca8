/** The clients that retry by themselves, each as its documentation says to switch that on, and with its own numbers. */
import { readFileSync } from 'node:fs'
import axios from 'axios'
import axiosRetry, { exponentialDelay } from 'axios-retry'
import got from 'got'
import ky from 'ky'
import { Agent, RetryAgent, request } from 'undici'

const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

const agent = new RetryAgent(new Agent())
const plain = axios.create()
const exponential = axios.create()
axiosRetry(plain)
axiosRetry(exponential, { retryDelay: exponentialDelay })

/** The clients; `send` ends when the client has an answer or gives up. */
export const contenders = [
  { title: 'ky', version: dependencies['ky'], send: (url, method) => ky(url, { method }).text() },
  { title: 'got', version: dependencies['got'], send: (url, method) => got(url, { method }).text() },
  {
    title: 'undici, `RetryAgent`',
    version: dependencies['undici'],
    send: async (url, method) => (await request(url, { method, dispatcher: agent })).body.text(),
  },
  { title: 'axios-retry', version: dependencies['axios-retry'], send: (url, method) => plain.request({ url, method }) },
  {
    title: 'axios-retry, `exponentialDelay`',
    version: dependencies['axios-retry'],
    send: (url, method) => exponential.request({ url, method }),
  },
]
