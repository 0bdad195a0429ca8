import Router from '@koa/router'
import { expect } from 'chai'
import Koa from 'koa'
import Router13 from 'koa-router-13'
import Router14 from 'koa-router-14'
import { collectKoa } from '../../../lib/routes/collect/koa/koa.js'
import type { RouteRecords } from '../../../lib/routes/record.js'

function collected(Version: typeof Router, path: string | RegExp): RouteRecords {
  return collectKoa(new Koa().use(new Version().get(path, () => undefined).routes()))
}

const SYNTAX_6: Readonly<Record<string, readonly string[]>> = {
  '/': ['/'],
  '': ['/'],
  '/a/b/': ['/a/b/'],
  '/orders/:id': ['/orders/{id}'],
  '/orders/:id?': ['/orders/{id}', '/orders'],
  '/orders{/:id}?': ['/orders/{id}', '/orders'],
  '/orders{/all}?/x': ['/orders/all/x', '/orders/x'],
  '/:a?/:b?': ['/{a}/{b}', '/{a}', '/{b}', '/'],
  '/files/:rest*': ['/files/{rest}', '/files'],
  '/files/:rest+': ['/files/{rest}'],
  '/files/(.*)': ['/files/{0}'],
  '/files(.*)': ['/files{0}'],
  '(.*)': ['/{0}'],
  '/(\\d+)/(\\w+)': ['/{0}/{1}'],
  '/:id(\\d{3,})': ['/{id}'],
  '/:id([0-9a-f]{24})': ['/{id}'],
  '/:sort(asc|desc)': ['/{sort}'],
  '/:code([A-Z]{2}-(?:red|blue)-\\))': ['/{code}'],
  '/:from-:to': ['/{from}-{to}'],
  '/:name.:ext': ['/{name}.{ext}'],
  '/:name{.:ext}?': ['/{name}.{ext}', '/{name}'],
  '/a{-:b([a-z]+)-c}?': ['/a-{b}-c', '/a'],
  '/sum\\:all\\(x\\)': ['/sum:all(x)'],
  '/@:user': ['/@{user}'],
  '/:id/x/:id': ['/{id}/x/{id2}'],
}

const SYNTAX_8: Readonly<Record<string, readonly string[]>> = {
  '/': ['/'],
  '/a/b/': ['/a/b/'],
  '/orders/:id': ['/orders/{id}'],
  '/orders{/:id}': ['/orders/{id}', '/orders'],
  '/a{/b{/:c}}': ['/a/b/{c}', '/a/b', '/a'],
  '{/:a}{/:b}/c': ['/{a}/{b}/c', '/{a}/c', '/{b}/c', '/c'],
  '/files/*rest': ['/files/{rest}'],
  '/files{/*rest}': ['/files/{rest}', '/files'],
  '*all': ['/{all}'],
  '/*a/x/*b': ['/{a}/x/{b}'],
  '/:from-:to': ['/{from}-{to}'],
  '/:"a \\"name"/x': ['/{a "name}/x'],
  '/:"{/}"': ['/{___}'],
  '/:größe': ['/{größe}'],
  '/sum\\:all\\(x\\)': ['/sum:all(x)'],
  '/:id/x/:id': ['/{id}/x/{id2}'],
}

const REASONS: readonly (readonly [string | RegExp, string])[] = [
  [/^\/v\d+$/, 'RegExps'],
  ['orders', 'No request'],
  [':id', 'No request'],
  ['/größe', 'No request'],
  ['/a\\?b', 'No request'],
  ['/a\\{b\\}', 'braces'],
]

describe('collectKoa() and paths', () => {
  for (const [path, paths] of Object.entries(SYNTAX_6)) {
    it(`reads ${path || 'the empty path'} of @koa/router 13`, () => {
      const records = collected(Router13, path)
      expect(records.map((record) => record.path)).to.deep.equal(paths)
      expect(records.skipped).to.deep.equal([])
    })
  }

  for (const [version, Version] of Object.entries({ 14: Router14, 15: Router })) {
    for (const [path, paths] of Object.entries(SYNTAX_8)) {
      it(`reads ${path} of @koa/router ${version}`, () => {
        const records = collected(Version, path)
        expect(records.map((record) => record.path)).to.deep.equal(paths)
        expect(records.skipped).to.deep.equal([])
      })
    }
  }

  for (const [version, Version] of Object.entries({ 13: Router13, 14: Router14, 15: Router })) {
    for (const [path, reason] of REASONS) {
      it(`skips ${path} of @koa/router ${version} and says why`, () => {
        const { length, skipped } = collected(Version, path)
        expect(length).to.equal(0)
        expect(skipped.map((one) => [one.method, one.path])).to.deep.equal([
          ['GET', typeof path === 'string' ? path : path.source],
        ])
        expect(skipped[0]?.reason).to.include(reason)
      })
    }
  }

  it('gives up where optional parts make too many paths, which version 13 alone takes', () => {
    const path = (parts: string): string => `/x${parts.replaceAll(/./g, '/:$&?')}`
    expect(collected(Router13, path('abcdefghi')).skipped[0]?.reason).to.include('256 forms')
    expect(collected(Router13, path('abcdefgh'))).to.have.lengthOf(256)
  })

  it('leaves a parameter whose values it cannot make up as it is', () => {
    const records = collected(Router13, '/:odd(q{17}z)')
    expect(records.map(({ path }) => path)).to.deep.equal(['/{odd}'])
  })

  // Such objects are no routers of any version, and no two of them are alike.
  for (const [name, layer] of Object.entries({
    'a path that the expression refuses': { path: '/orders', methods: ['GET'], stack: [], regexp: /^\/other$/, opts: {} },
    'a path with a group that does not end': { path: '/a{b', methods: ['GET'], stack: [], regexp: /x/, opts: {} },
    'a path with a modifier that stands alone': { path: '/a??', methods: ['GET'], stack: [], regexp: /x/, opts: {} },
    'a path with a pattern that is none': { path: '/:a([', methods: ['GET'], stack: [], regexp: /^\/b/, opts: {} },
    'a path of version 8 with a group that does not end': {
      path: '/a{b',
      methods: ['GET'],
      stack: [],
      regexp: /x/,
      opts: { pathAsRegExp: false },
    },
    'a path of version 8 with an end too many': {
      path: '/a}}b',
      methods: ['GET'],
      stack: [],
      regexp: /x/,
      opts: { pathAsRegExp: false },
    },
    'a path of version 8 without a name': {
      path: '/a/:',
      methods: ['GET'],
      stack: [],
      regexp: /x/,
      opts: { pathAsRegExp: false },
    },
    'no expression': { path: '/a', methods: ['GET'], stack: [], opts: {} },
    'no methods': { path: '/a', stack: [], regexp: /x/, opts: {} },
    'no handlers': { path: '/a', methods: ['GET'], regexp: /x/ },
    'a layer that is nothing': undefined,
  })) {
    it(`never guesses: ${name}`, () => {
      const routes = Object.assign(() => undefined, { router: { stack: [layer] } })
      const records = collectKoa({ middleware: [routes] })
      expect(records).to.have.lengthOf(0)
      expect(records.skipped[0]?.reason).to.include('another form')
    })
  }
})
