/**
 * Prisma's client without its command line, which wants to download an engine: the configuration that `prisma generate` 7.10.0 writes for
 * two tables is in prisma-config.json.
 */
import { readFileSync } from 'node:fs'

let makingClass

/** Runs `use(client)` against the database, or against a port where nobody listens. */
export async function prismaRun(h, use, closedPort) {
  makingClass ??= makeClass()
  const Client = await makingClass
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const url = closedPort === undefined ? (await h.pgUrl()).url : `postgres://u:p-s3cret@127.0.0.1:${closedPort}/x`
  const client = new Client({ adapter: new PrismaPg({ connectionString: url }) })
  try {
    return await h.thrown(() => use(client))
  } finally {
    await client.$disconnect()
  }
}

async function makeClass() {
  const { getPrismaClient } = (await import('@prisma/client/runtime/client')).default
  const config = JSON.parse(readFileSync(new URL('prisma-config.json', import.meta.url), 'utf8'))
  return getPrismaClient({
    ...config,
    compilerWasm: {
      getRuntime: () => import('@prisma/client/runtime/query_compiler_fast_bg.postgresql.mjs'),
      getQueryCompilerWasmModule: async () => {
        const { wasm } = await import('@prisma/client/runtime/query_compiler_fast_bg.postgresql.wasm-base64.mjs')
        return new WebAssembly.Module(Buffer.from(wasm, 'base64'))
      },
      importName: './query_compiler_fast_bg.js',
    },
  })
}
