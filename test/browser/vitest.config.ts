import { defineConfig } from 'vitest/config'

/** Milliseconds in a second. The first test waits for the browser to start. */
const seconds = 1_000

/** Resolves the package to its sources, so that the tests need no build. */
const conditions = ['graph-call-testkit-source']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    dir: 'test/browser',
    testTimeout: 60 * seconds,
    hookTimeout: 60 * seconds,
  },
})
