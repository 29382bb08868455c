import { contractsOf } from '../actions/registry.ts'
import { hasErrors } from '../journey/problem.ts'
import { explore } from '../scenarios/explore.ts'
import type { Setting } from '../scenarios/stage.ts'
import { formsDir, loadForms, unknownJourneys } from './load-forms.ts'
import type { Out } from './out.ts'
import { problemsInWords } from './problems-in-words.ts'
import { readOptions } from './read-options.ts'
import { createAxe } from './walk/axe.ts'
import { rulesFor } from './walk/possible.ts'
import { reportOf } from './walk/report.ts'
import { reportInWords } from './walk/report-in-words.ts'
import { walkRound } from './walk/walk-twice.ts'
import { findWays } from './walk/ways.ts'

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
  const { forms, files, contracts } = await loadForms(dir)
  const unknown = unknownJourneys([id], forms)
  const loaded = forms.journeys.find((one) => one.id === id)
  if (unknown !== undefined || !loaded) return out.fail(unknown ?? '')
  if (!loaded.journey || hasErrors(loaded.problems))
    return out.say(problemsInWords(loaded.problems, files, 1), 1)
  const sound = forms.journeys.flatMap((one) =>
    one.journey ? [[one.id, one.journey] as const] : [],
  )
  const setting: Setting = {
    journeys: new Map(sound),
    contractsOf: (journey) => contractsOf(contracts(journey)),
    now: Date.now(),
  }
  const ways = await findWays(setting, loaded.journey)
  const own = setting.contractsOf(id)
  const { plans } = await explore(setting, loaded.journey, rulesFor(own, ways))
  const axe = given.has('axe') ? await createAxe() : undefined
  if (typeof axe === 'string') return out.fail(axe)
  const plain = await walkRound(loaded.journey, plans, ways, dir, 'plain', axe)
  const htmx = await walkRound(loaded.journey, plans, ways, dir, 'htmx')
  const report = reportOf(loaded, own, { plain, htmx }, axe?.found() ?? [])
  const text = given.has('json') ? `${JSON.stringify(report, null, 2)}\n` : reportInWords(report)
  return out.say(text, report.failures.length + report.axe.length > 0 ? 1 : 0)
}
