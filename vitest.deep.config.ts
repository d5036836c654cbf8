import { defineConfig } from 'vitest/config'
import quick from './vitest.config.ts'

/** File for the results as JSON. `.ci/run` sets it. */
const { TESTKIT_RESULTS } = process.env

/** `npm run test:deep`: the tests of `npm test` with all cases of each law, and the tests that take long. */
export default defineConfig({
  ...quick,
  test: {
    ...quick.test,
    exclude: ['test/{package,broker,browser,consumers,export-tools}/**'],
    env: { ...quick.test?.env, TESTKIT_DEEP: '1' },
    ...(TESTKIT_RESULTS && { reporters: ['default', ['json', { outputFile: TESTKIT_RESULTS }]] }),
    isolate: true,
    testTimeout: 600_000,
  },
})
