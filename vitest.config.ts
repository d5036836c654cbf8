import { defineConfig } from 'vitest/config'

/** Tests import the package by its public name, and this condition leads that name to the sources. */
const conditions = ['graph-call-testkit-source']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**', 'test/broker/**', 'test/browser/**', 'test/consumers/**'],
    // No test is about time: this only ends one that hangs, on a busy machine too.
    testTimeout: 60_000,
  },
})
