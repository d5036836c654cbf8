import { defineConfig } from 'vitest/config'

/** Tests import the package by its public name. This condition resolves that name to the sources. */
const conditions = ['graph-call-testkit-source']

/** `npm test`: every test that needs only Node, with few cases for each law. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.deep.test.ts', 'test/{package,broker,browser,consumers,export-tools}/**'],
    env: { PACT_DO_NOT_TRACK: 'true' },
    maxWorkers: '100%',
    // Files share the modules that a worker has loaded. Tests that mock a module are deep tests, which run isolated.
    isolate: false,
    // Ends a test that hangs. Generous, because machines may be busy.
    testTimeout: 60_000,
  },
})
