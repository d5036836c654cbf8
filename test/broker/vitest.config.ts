import { defineConfig } from 'vitest/config'

const conditions = ['graph-call-testkit-source']

/** Milliseconds in a minute. A broker takes seconds to start, and longer on a busy machine. */
const minutes = 60_000

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    dir: 'test/broker',
    globalSetup: ['test/broker/gems.ts', 'test/package/pack.ts'],
    // Two repositories install their packages twice.
    testTimeout: 10 * minutes,
    hookTimeout: 3 * minutes,
  },
})
