import { validateAnswer } from '../../answers/validate.ts'
import type { Field, Json } from '../../fields/field.ts'
import type { Test } from '../../journey/condition.ts'
import { TODAY } from '../world.ts'
import { candidatesFor } from './candidates.ts'

/** Answers that no condition of the journey tells apart. */
export interface Cell {
  /** One of them; undefined where none could be made up. */
  readonly value?: Json
  /** Which of the tests they pass. */
  readonly passes: readonly boolean[]
}

const MOST_OPAQUE = 5

/**
 * All answers that people can give to a field, as far as these tests tell them apart. Where they cannot all be found,
 * every way to pass or fail is thought possible.
 */
export function cellsOf(
  field: Field,
  tests: readonly Test[],
  passes: (test: Test, value: Json) => boolean,
): readonly Cell[] | undefined {
  const candidates = candidatesFor(field, tests)
  const right = candidates.values.filter((value) => isRight(field, value))
  const cells = new Map<string, Cell>()
  for (const value of right) {
    const passed = tests.map((test) => passes(test, value))
    const key = JSON.stringify(passed)
    if (!cells.has(key)) cells.set(key, { value, passes: passed })
  }
  for (const value of candidates.besides ?? []) {
    const passed = tests.map((test) => passes(test, value))
    const key = JSON.stringify(passed)
    if (!cells.has(key)) cells.set(key, { passes: passed })
  }
  if (candidates.areAll) return [...cells.values()]
  if (tests.length > MOST_OPAQUE) return undefined
  const ways = tests.reduce<readonly (readonly boolean[])[]>(
    (all, _) =>
      all.flatMap((way) => [
        [...way, true],
        [...way, false],
      ]),
    [[]],
  )
  return ways.map((way) => cells.get(JSON.stringify(way)) ?? { passes: way })
}

function isRight(field: Field, value: Json): boolean {
  return validateAnswer(field, value, { today: TODAY, answerOf: () => undefined }).length === 0
}
