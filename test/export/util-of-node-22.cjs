// Adds the functions of `node:util` that Node 23 removed, for swagger-mock-validator.
const util = require('node:util')

util.isBoolean ??= (value) => typeof value === 'boolean'
util.isObject ??= (value) => typeof value === 'object' && value !== null
util.isString ??= (value) => typeof value === 'string'
util.isUndefined ??= (value) => value === undefined
