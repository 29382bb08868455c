import type { LoadedForms, LoadedJourney } from '../journey/load-journeys.ts'
import { hasErrors, type Problem, sortProblems } from '../journey/problem.ts'
import type { Source } from '../journey/tree.ts'

/** What a journey's own actions came to. */
export interface ReadActions {
  readonly problems: readonly Problem[]
  readonly unread: readonly Source[]
}

/** Names of actions, their outcomes, facts and what those carry; and what facts let people do. */
const OF_ACTIONS = /^FP0(?:30[4-7]|72\d)$/u

/**
 * The forms with what is wrong with own actions, and without what only follows from it: the names that a file which could
 * not be read would have given.
 */
export function withActionProblems(
  forms: LoadedForms,
  readOf: (journey: string) => ReadActions | undefined,
): LoadedForms {
  const read = forms.journeys.map(({ id }) => readOf(id))
  if (read.every((one) => !one || one.problems.length === 0)) return forms
  const lost = namesIn(read.flatMap((one) => one?.unread ?? []))
  // A name that is near to none of those that are there may stand in the part of a file that could not be read.
  const isLost = ({ code, message, help }: Problem) =>
    lost.size > 0 &&
    OF_ACTIONS.test(code) &&
    (quotedIn(message).some((name) => lost.has(name)) ||
      (/^FP030/u.test(code) && !help.startsWith('Did you mean')))
  const journeys = forms.journeys.map((one, at): LoadedJourney => {
    const found = read[at]?.problems ?? []
    const { journey: _journey, ...rest } = one
    // One that only another's action keeps from being sound is not sound either.
    const problems = sortProblems([...one.problems.filter((each) => !isLost(each)), ...found])
    const isBroken = one.status === 'broken' || hasErrors(found)
    return isBroken ? { ...rest, status: 'broken', problems } : { ...one, problems }
  })
  const others = forms.problems.filter((one) => !isLost(one))
  return {
    ...forms,
    journeys,
    problems: sortProblems([...others, ...journeys.flatMap((one) => one.problems)]),
  }
}

/** What stands in quotes in the files, their own names, and keys. */
function namesIn(sources: readonly Source[]): ReadonlySet<string> {
  return new Set(
    sources.flatMap(({ path, text }) => [
      path.replace(/^.*\/|\.[jt]s$/gu, ''),
      ...[...text.matchAll(/(['"`])([\w-]+)\1/gu)].map(([, , name = '']) => name),
    ]),
  )
}

function quotedIn(message: string): readonly string[] {
  return [...message.matchAll(/"([^"]+)"/gu)].flatMap(([, name = '']) => [
    name,
    ...name.split('.').slice(0, 2),
  ])
}
