import { defineConfig } from 'vitest/config'

/** A browser starts first. */
const seconds = 1_000

export default defineConfig({
  test: {
    dir: 'test/browser',
    testTimeout: 60 * seconds,
    hookTimeout: 60 * seconds,
  },
})
