import { defineConfig } from 'vitest/config'

/** Each test is a process of its own, or an installation: minutes, not milliseconds. */
const minutes = 60_000

export default defineConfig({
  test: {
    dir: 'test/package',
    globalSetup: 'test/package/pack.ts',
    testTimeout: 5 * minutes,
    hookTimeout: 5 * minutes,
  },
})
