/** Snippets that stand in for those of the table, where ours cannot run here or would not be judged as a user gets it; each with its reason. */

/** By the id of the row. */
export const instead = {
  'express-rate-limit/handler': {
    why: 'the snippet sends its second request itself, so nobody sees the answer; here the client sends two',
    snippet: `(h) => { const { rateLimit } = h.require('express-rate-limit'); return h.viaExpress((a) => { a.use(rateLimit({ windowMs: 60000, limit: 1, standardHeaders: 'draft-8', legacyHeaders: false, validate: false, handler: (q, s, n, o) => n(Object.assign(new Error(o.message), { status: o.statusCode, info: q.rateLimit })) })); a.use((q, s) => s.end('ok')); }, { repeat: 2 }); }`,
  },
  'koa/body-stream-error': {
    why: 'the snippet makes an app of its own, without our handler',
    snippet: `(h) => h.viaKoa((a) => a.use((c) => { c.body = require('fs').createReadStream('/srv/secret/nope'); }))`,
  },
  'better-sqlite3/SQLITE_CONSTRAINT_UNIQUE': {
    why: 'the package needs a compiler or a download to install; its own class makes the same error',
    snippet: `(h) => h.thrown(() => { const { SqliteError } = require('better-sqlite3'); throw new SqliteError('UNIQUE constraint failed: u.e', 'SQLITE_CONSTRAINT_UNIQUE'); })`,
  },
}
