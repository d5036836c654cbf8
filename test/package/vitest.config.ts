import { defineConfig } from 'vitest/config'

/** Tests start processes or install packages, which takes minutes. */
const minutes = 60_000

export default defineConfig({
  test: {
    dir: 'test/package',
    globalSetup: 'test/package/pack.ts',
    testTimeout: 5 * minutes,
    hookTimeout: 5 * minutes,
  },
})
