/** Starts the shop on both frameworks, one after the other port, over one database. */
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import type Koa from 'koa'
import { type Database, openDatabase } from './database.js'
import type { Framework } from './demonstrations.js'
import { expressApp } from './express.js'
import { koaApp } from './koa.js'
import { renderPage } from './page/page.js'
import { Shop } from './shop.js'

/** Where the servers listen; port 0 lets the system choose. */
export interface Address {
  readonly host: string
  readonly ports: Readonly<Record<Framework, number>>
}

/** A shop that is open. */
export interface Bookshop {
  readonly origins: Readonly<Record<Framework, string>>
  close(): Promise<void>
}

/** The apps of the shop, for who wants to look at them. */
export interface BookshopApps {
  readonly express: Express
  readonly koa: Koa
}

/** Opens the shop. Takes the ports first, so that a busy one is known before the database starts. */
export async function openBookshop(
  { host, ports }: Address,
  look: (apps: BookshopApps) => void = () => undefined,
): Promise<Bookshop> {
  const servers = { express: createServer(), koa: createServer() }
  try {
    await listen(servers.express, host, ports.express)
    await listen(servers.koa, host, ports.koa)
    const origins = { express: originOf(servers.express, host), koa: originOf(servers.koa, host) }
    const opening = openApps(origins, look)
    // A request that comes while the database opens waits for it.
    servers.express.on('request', async (req, res) => (await opening).express(req, res))
    servers.koa.on('request', async (req, res) => (await opening).koa(req, res))
    const { database } = await opening
    const close = async (): Promise<void> => {
      await closeServers(servers)
      await database.close()
    }
    return { origins, close }
  } catch (error) {
    await closeServers(servers)
    throw error
  }
}

interface Apps extends Readonly<Record<Framework, RequestListener>> {
  readonly database: Database
}

async function openApps(origins: Readonly<Record<Framework, string>>, look: (apps: BookshopApps) => void): Promise<Apps> {
  const database = await openDatabase()
  const shop = new Shop(database)
  const apps = { express: expressApp(shop, renderPage('express', origins)), koa: koaApp(shop, renderPage('koa', origins)) }
  look(apps)
  return { database, express: apps.express, koa: apps.koa.callback() }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

function originOf(server: Server, host: string): string {
  // A server that listens on a port has an address object.
  const { port } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function closeServers(servers: Readonly<Record<Framework, Server>>): Promise<void> {
  await Promise.all(
    Object.values(servers).map(async (server) => {
      if (!server.listening) return
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    }),
  )
}
