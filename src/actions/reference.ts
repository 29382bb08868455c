import { randomInt } from 'node:crypto'

/** No vowels, so that no words come about; none of 0, O, 1, I, L, Y, U, V, which are read for each other. */
const SIGNS = 'BCDFGHJKMNPQRSTWXZ23456789'

/** A submission's public number, easy to read out: `HDJ2-4KQP`. */
export function createReference(): string {
  const sign = () => SIGNS.charAt(randomInt(0, SIGNS.length))
  const four = () => Array.from({ length: 4 }, sign).join('')
  return `${four()}-${four()}`
}
