import type { Journey } from '../journey/journey.ts'
import type { LoadedJourney } from '../journey/load-journeys.ts'
import { hasErrors } from '../journey/problem.ts'
import { formsDir, loadForms, unknownJourneys } from './load-forms.ts'
import type { Out } from './out.ts'
import { problemsInWords } from './problems-in-words.ts'
import { readOptions } from './read-options.ts'
import { createAxe } from './walk/axe.ts'
import { withBareEnvironment } from './walk/bare-environment.ts'
import { type PlannedWalks, planWalks } from './walk/plan-walks.ts'
import { reportOf } from './walk/report.ts'
import { reportInWords } from './walk/report-in-words.ts'
import { walkRound } from './walk/walk-twice.ts'

export const WALK_HELP = `npx footpath walk <journey> [--axe] [--json]

Makes walks from the definition alone, that go through every step, branch, outcome and error rule that a person at a
browser can come to, and makes each of them over HTTP twice: without JavaScript, and as htmx does. Both must end in the
same places with the same stored answers. The application is started for it, on this machine alone, with data of its own.
--axe: looks at every distinct page state in a browser with axe, JavaScript on.
Exit status: 0 all is as it should be, 1 something is not, 2 it could not run.
`

/** `walk <journey>`: answers the exit status. */
export async function runWalk(args: readonly string[], out: Out): Promise<number> {
  const read = readOptions(args, { axe: false, json: false })
  if (typeof read === 'string') return out.fail(`${read}\n\n${WALK_HELP}`)
  const [id, ...more] = read.names
  if (id === undefined || more.length > 0) return out.fail(`Name one journey.\n\n${WALK_HELP}`)
  try {
    return await walkJourney(id, read.given, out)
  } catch (error) {
    return out.fail(`It could not run: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

async function walkJourney(
  id: string,
  given: ReadonlyMap<string, string | true>,
  out: Out,
): Promise<number> {
  const dir = formsDir()
  const planned = await withBareEnvironment(() => planJourney(id, dir, out))
  if (typeof planned === 'number') return planned
  const { loaded, journey, plans, ways, contracts } = planned
  const axe = given.has('axe') ? await createAxe() : undefined
  if (typeof axe === 'string') return out.fail(axe)
  const plain = await walkRound(journey, plans, ways, dir, 'plain', axe)
  const htmx = await walkRound(journey, plans, ways, dir, 'htmx')
  const report = reportOf(loaded, contracts, { plain, htmx }, axe?.saw())
  const text = given.has('json') ? `${JSON.stringify(report, null, 2)}\n` : reportInWords(report)
  return out.say(text, report.failures.length + report.axe.length > 0 ? 1 : 0)
}

/** The walks of a journey; a number: there are none, and it is the exit status. */
async function planJourney(
  id: string,
  dir: string,
  out: Out,
): Promise<number | (PlannedWalks & { loaded: LoadedJourney; journey: Journey })> {
  const checked = await loadForms(dir)
  const unknown = unknownJourneys([id], checked.forms)
  const loaded = checked.forms.journeys.find((one) => one.id === id)
  if (unknown !== undefined || !loaded) return out.fail(unknown ?? '')
  const { journey, problems } = loaded
  if (!journey || hasErrors(problems))
    return out.say(problemsInWords(problems, checked.files, 1), 1)
  return { loaded, journey, ...(await planWalks(checked, loaded, journey)) }
}
