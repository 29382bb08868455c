import type { Journey } from '../journey/journey.ts'
import type { AdminDeps } from './admin-deps.ts'

/** Reads each definition of former times once: a list has many cases of few definitions, and compiling one takes long. */
export function rememberDefinitions(journeyOf: AdminDeps['journeyOf']): AdminDeps['journeyOf'] {
  const known = new Map<string, Promise<Journey | undefined>>()
  return async function journeyOfCase(submission) {
    const key = `${submission.journey} ${submission.hash}`
    const found = known.get(key) ?? journeyOf(submission)
    known.set(key, found)
    // What failed once may be there the next time.
    found.catch(() => known.delete(key))
    return found
  }
}
