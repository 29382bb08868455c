import type { Problem } from '../../../src/journey/problem.ts'
import { FORMS, newProblems, problemsOf, withFile } from '../promised/forms.ts'
import type { Random } from '../seeded-random.ts'
import type { Mutant } from './mutant.ts'
import { nameMutants } from './name-mutants.ts'
import { shapeMutants } from './shape-mutants.ts'

/** A mutant among its forms. */
export interface Candidate extends Mutant {
  readonly forms: keyof typeof FORMS
}

/** How far from the mistake a problem may stand: what a lost line leaves is seen beside it. */
const NEAR = 5

/** All single mistakes that can be made, in journeys that ship and in others. */
export function allMutants(): readonly Candidate[] {
  return Object.entries(FORMS).flatMap(([forms, { texts }]) =>
    [...texts].flatMap(([file, text]) =>
      /(?:flow|admin|locales\/\w+)\.yaml$|\/schema\.json$/u.test(file)
        ? [...nameMutants(file, text), ...shapeMutants(file, text)].map(
            (mutant): Candidate => ({ ...mutant, forms: forms as Candidate['forms'] }),
          )
        : [],
    ),
  )
}

/** A few of each kind of mistake, as the seed has it. */
export function someMutants(
  all: readonly Candidate[],
  count: number,
  random: Random,
): readonly Candidate[] {
  const lists = [...grouped(all).values()]
  const picked = new Set<Candidate>()
  for (let at = 0; picked.size < count && at < 20 * count; at++) {
    const list = lists[(at + random.below(lists.length)) % lists.length] ?? []
    const one = list[random.below(Math.max(1, list.length))]
    if (one) picked.add(one)
  }
  return [...picked]
}

/** By mutator. */
export function grouped(mutants: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>()
  for (const one of mutants) {
    const group = groups.get(one.mutator) ?? []
    group.push(one)
    groups.set(one.mutator, group)
  }
  return groups
}

const before = new Map<Candidate['forms'], readonly Problem[]>()

/** Whether `check` finds a mistake, and at its line. */
export function isFound({ forms, file, text, line, seen }: Candidate): boolean {
  const known = before.get(forms) ?? problemsOf(FORMS[forms])
  before.set(forms, known)
  const found = newProblems(withFile(FORMS[forms], file, text), known)
  const errors = found.filter(({ severity }) => severity === 'error')
  if (seen === 'anywhere') return errors.length > 0
  return found.some((one) => one.file === file && Math.abs(one.line - line) <= NEAR)
}
