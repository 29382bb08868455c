import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 15_000,
    hookTimeout: 30_000,
    // Two cores: more workers only wait for each other, and password hashes for all.
    maxWorkers: 2,
  },
})
