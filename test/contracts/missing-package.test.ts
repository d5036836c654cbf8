import { expect, test } from 'vitest'
import { isMissingPackage } from '../../contracts/missing-package.ts'

const missing = (message: string, details: object) =>
  isMissingPackage(Object.assign(new Error(message), details), '@pact-foundation/pact')

test.each([
  ["Cannot find module '@pact-foundation/pact'", { code: 'MODULE_NOT_FOUND' }, true],
  ["Cannot find package '@pact-foundation/pact' imported from a.js", { code: 'ERR_MODULE_NOT_FOUND' }, true],
  // Yarn 4 in Plug'n'Play
  [
    "graph-call-testkit tried to access @pact-foundation/pact (a peer dependency) but it isn't provided by its ancestors",
    { code: 'MODULE_NOT_FOUND', pnpCode: 'MISSING_PEER_DEPENDENCY' },
    true,
  ],
  ["Cannot find module '@pact-foundation/pact-core'", { code: 'MODULE_NOT_FOUND' }, false],
  ['Unsupported platform', {}, false],
])('%s %o: %s', (message, details, expected) => {
  expect(missing(message, details)).toBe(expected)
})
