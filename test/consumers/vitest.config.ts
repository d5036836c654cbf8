import { defineConfig } from 'vitest/config'

/** Tests install packages, which takes minutes. */
const minutes = 60_000

/** `npm run test:consumers`: installs the packed package in small projects and runs their tests. */
export default defineConfig({
  test: {
    dir: 'test/consumers',
    include: ['*.test.ts'],
    globalSetup: 'test/package/pack.ts',
    maxConcurrency: 3,
    testTimeout: 10 * minutes,
    hookTimeout: 5 * minutes,
  },
})
