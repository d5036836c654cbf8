import { defineConfig } from 'vitest/config'

/** Tests install the tools, which takes minutes. */
const minutes = 60_000

export default defineConfig({
  test: {
    dir: 'test/export-tools',
    globalSetup: 'test/export-tools/install-tools.ts',
    testTimeout: 5 * minutes,
    hookTimeout: 10 * minutes,
  },
  resolve: { conditions: ['graph-call-testkit-source'] },
  ssr: { resolve: { conditions: ['graph-call-testkit-source'] } },
})
