import { expect, it } from 'vitest'
import { allMutants, isFound, someMutants } from './mutants/try-mutants.ts'
import { seededRandom } from './seeded-random.ts'

/** `MUTANTS=all` tries every single mistake, `MUTANTS=500` some more than these; `MUTANTS_SEED` picks others. */
const wanted = process.env['MUTANTS'] ?? '50'
const seed = Number(process.env['MUTANTS_SEED'] ?? 20261126)

const isShipped = ({ forms }: { readonly forms: string }) => forms === 'shipped'

it('finds single mistakes at their line, in journeys that ship and in others', () => {
  const all = allMutants()
  const count = Number(wanted)
  const tried =
    wanted === 'all'
      ? all
      : [
          ...someMutants(
            all.filter((one) => !isShipped(one)),
            count,
            seededRandom(seed),
          ),
          // There are many of these files, and each is read again.
          ...someMutants(all.filter(isShipped), Math.ceil(count / 9), seededRandom(seed)),
        ]
  expect(tried.length).toBeGreaterThanOrEqual(wanted === 'all' ? 2000 : count)
  const missed = tried.filter((one) => !isFound(one))
  expect(
    missed.map(({ mutator, file, line, words }) => `${mutator}: ${file}:${line} ${words}`),
  ).toEqual([])
}, 3_600_000)

it('makes every kind of mistake', () => {
  expect(new Set(allMutants().map(({ mutator }) => mutator)).size).toBeGreaterThanOrEqual(45)
})
