import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the service’s one file is ASCII, so that V8 keeps it with one byte a letter', () => {
  const text = readFileSync('dist/main.js')
  expect(text.length).toBeGreaterThan(500_000)
  expect(text.findIndex((byte) => byte > 0x7f)).toBe(-1)
})

test('what Node prints of a fault in the service’s one file is a short line', () => {
  const lines = readFileSync('dist/main.js', 'utf8').split('\n')
  // What stands in one string or one pattern cannot be broken.
  const long = lines.filter((line) => line.length > 2000)
  expect(long.length).toBeLessThan(10)
})
