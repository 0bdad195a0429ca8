module.exports = require('http-problems/compat')
