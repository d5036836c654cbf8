import { defineConfig } from 'vitest/config'

/** Milliseconds in a second. The first test waits for the browser to start. */
const seconds = 1_000

export default defineConfig({
  test: {
    dir: 'test/browser',
    testTimeout: 60 * seconds,
    hookTimeout: 60 * seconds,
  },
})
