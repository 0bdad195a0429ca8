/** A gRPC call that fails: the server refuses it with a code, or there is no server. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const method = {
  path: '/shop.Orders/Get',
  requestStream: false,
  responseStream: false,
  requestSerialize: (value) => Buffer.from(JSON.stringify(value)),
  requestDeserialize: (bytes) => JSON.parse(bytes.toString()),
  responseSerialize: (value) => Buffer.from(JSON.stringify(value)),
  responseDeserialize: (bytes) => JSON.parse(bytes.toString()),
}

/** Calls a server that refuses with `code`; with `closedPort` there is none. */
export async function grpcRun(h, code, closedPort) {
  const grpc = require('@grpc/grpc-js')
  const Client = grpc.makeGenericClientConstructor({ get: method }, 'Orders')
  const server = closedPort === undefined ? await serverOf(grpc, code) : undefined
  const port = closedPort ?? server.port
  h.plant(port)
  const client = new Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure())
  const call = () =>
    new Promise((resolve, reject) => {
      const deadline = Date.now() + 3000
      client.get({ id: 1 }, { deadline }, (error, value) => (error ? reject(error) : resolve(value)))
    })
  try {
    return await h.thrown(call)
  } finally {
    client.close()
    server?.stop()
  }
}

async function serverOf(grpc, code) {
  const server = new grpc.Server()
  server.addService(
    { get: method },
    { get: (_call, done) => done({ code, details: 'no row s3cret in orders-db.internal', metadata: new grpc.Metadata() }) },
  )
  const port = await new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    )
  })
  return { port, stop: () => server.forceShutdown() }
}
