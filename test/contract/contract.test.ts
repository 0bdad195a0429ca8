/** Runs the contract over real HTTP on every framework version. */

import { anyValueSuite } from './any-value.suite.js'
import { connectionSuite } from './connection.suite.js'
import { documentSuite } from './document.suite.js'
import { frameworks } from './framework.js'
import { http2Suite } from './http2.suite.js'
import { jsonBodySuite } from './json-body.suite.js'
import { partsSuite } from './parts.suite.js'
import { representationsSuite } from './representations.suite.js'
import { responseFieldsSuite } from './response-fields.suite.js'
import { responseStatusSuite } from './response-status.suite.js'
import { statusCodesSuite } from './status-codes.suite.js'
import { thrownSuite } from './thrown.suite.js'
import { thrownFaultsSuite } from './thrown-faults.suite.js'
import { validateSuite } from './validate.suite.js'

for (const framework of frameworks) {
  describe(`problemHandler() for ${framework.name}`, () => {
    documentSuite(framework)
    http2Suite(framework)
    anyValueSuite(framework)
    connectionSuite(framework)
    thrownSuite(framework)
    statusCodesSuite(framework)
    responseFieldsSuite(framework)
    responseStatusSuite(framework)
    validateSuite(framework)
    jsonBodySuite(framework)
    thrownFaultsSuite(framework)
    partsSuite(framework)
    representationsSuite(framework)
  })
}
