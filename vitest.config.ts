import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Long enough for a busy machine: what hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // Two cores: more workers only wait for each other, and password hashes for all.
    maxWorkers: 2,
  },
})
