/** Which functions are taken for the one with which Express mounts an app, as only these are ever called. */
import { runInThisContext } from 'node:vm'
import { expect } from 'chai'
import { mountsApp } from '../../../lib/routes/collect/express/mounted-app.js'

const functionOf = (text: string): unknown => runInThisContext(`(${text})`)

describe('mountsApp()', () => {
  for (const text of [
    `function mounted_app(req, res, next) {
      var orig = req.app;
      fn.handle(req, res, function (err) {
        setPrototypeOf(req, orig.request)
        setPrototypeOf(res, orig.response)
        next(err);
      });
    }`,
    'function(e,t,r){var n=e.app;i.handle(e,t,function(i){Object.setPrototypeOf(e,n.request),Object.setPrototypeOf(t,n.response),r(i)})}',
  ]) {
    it(`knows it as it is written or minified: ${text.slice(0, 24)}`, () => {
      expect(mountsApp(functionOf(text))).to.equal(true)
    })
  }

  for (const [says, text] of [
    ['a function of the same name', 'function mounted_app(req, res, next) { next() }'],
    [
      'one that does more before',
      'function mounted_app(req, res, next) { log(req); var orig = req.app; fn.handle(req, res, function (err) {}) }',
    ],
    [
      'one that does more behind',
      'function mounted_app(req, res, next) { var orig = req.app; fn.handle(req, res, function (err) {}); log(req) }',
    ],
    [
      'one that hands over something else',
      'function mounted_app(req, res, next) { var orig = req.app; fn.handle(res, req, function (err) {}) }',
    ],
    [
      'one with other parameters',
      'function mounted_app(req, res) { var orig = req.app; fn.handle(req, res, function (err) {}) }',
    ],
    [
      'one that calculates its parameters',
      'function mounted_app(req, res, next = log()) { var orig = req.app; fn.handle(req, res, function (err) {}) }',
    ],
    [
      'one of another length',
      `function mounted_app(req, res, next) { var orig = req.app; fn.handle(req, res, function (err) {${' '.repeat(600)}}) }`,
    ],
    ['an object', '{}'],
    ['a class', 'class { constructor(a, b, c) {} }'],
  ] as const) {
    it(`does not take ${says} for it`, () => {
      expect(mountsApp(functionOf(text))).to.equal(false)
    })
  }
})
