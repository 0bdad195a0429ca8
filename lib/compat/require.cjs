// What require() gives: the function itself, which a module of TypeScript that is also an ES module cannot say.
module.exports = require('./index.js').default
