import { defineConfig } from 'vitest/config'

/** The tests start a browser, which takes some seconds. */
const seconds = 1_000

export default defineConfig({
  test: {
    dir: 'test/browser',
    testTimeout: 60 * seconds,
    hookTimeout: 60 * seconds,
  },
})
