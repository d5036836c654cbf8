import { expect, test } from 'vitest'
import { passedTests } from './passed-tests.ts'

test.each([
  ['Vitest', ' Test Files  1 passed (1)\n      Tests  2 passed (2)\n', 2],
  ['Jest', 'Tests:       6 passed, 6 total\nSnapshots:   0 total\n', 6],
  ['node:test, TAP', '# tests 5\n# suites 0\n# pass 5\n# fail 0\n', 5],
  ['node:test', 'ℹ tests 5\nℹ pass 5\nℹ fail 0\n', 5],
  ['Mocha', '\n  2 passing (14ms)\n', 2],
  ['Bun', ' 2 pass\n 0 fail\nRan 2 tests across 1 file.\n', 2],
  ['Deno', 'ok | 2 passed | 0 failed (1s)\n', 2],
  ['Playwright', '\n  \u001b[32m1 passed\u001b[39m (3.1s)\n', 1],
  ['node:test without tests', '# tests 0\n# pass 0\n# fail 0\n', 0],
  ['Mocha without tests', '\n  0 passing (1ms)\n', 0],
  ['Jest without tests', 'No tests found, exiting with code 0\n', 0],
  ['a compiler', '', 0],
])('reads the number of passed tests of %s', (_runner, output, expected) => {
  expect(passedTests(output)).toBe(expected)
})
