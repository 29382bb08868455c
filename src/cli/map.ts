import { writeFileSync } from 'node:fs'
import type { Chart } from '../map/chart.ts'
import { drawMap, type MapLinks } from '../map/draw.ts'
import { NoLayout } from '../map/lay-out.ts'
import { outlineInText, outlineOf } from '../map/outline.ts'
import { urls } from '../urls.ts'
import { formsDir, loadForms, unknownJourneys } from './load-forms.ts'
import { mapJourney } from './map-journey.ts'
import type { Out } from './out.ts'
import { problemsInWords } from './problems-in-words.ts'
import { type Options, readOptions } from './read-options.ts'

export const MAP_HELP = `npx footpath map <journey> [--outline] [--out <file>] [--no-coverage]

Draws the flow of a journey as SVG: its steps with what they ask, need, run and give, and the ways between them with
their conditions. What check finds is painted on it, and what the scenarios go through. A step leads to its preview in
development (npx footpath dev).
--outline: nested lists that say the same, for reading and for screen readers.
--out: writes to a file. --no-coverage: without the scenarios.
Exit status: 0 it is drawn, 1 it is drawn and has errors, or cannot be drawn for them, 2 it could not run.
`

/** `map <journey>`: answers the exit status. */
export async function runMap(args: readonly string[], out: Out): Promise<number> {
  const read = readOptions(args, { outline: false, out: true, 'no-coverage': false })
  if (typeof read === 'string') return out.fail(`${read}\n\n${MAP_HELP}`)
  const [id, ...more] = read.names
  if (id === undefined || more.length > 0) return out.fail(`Name one journey.\n\n${MAP_HELP}`)
  try {
    return await mapOne(id, read.given, out)
  } catch (error) {
    if (error instanceof NoLayout) return out.fail(`${error.message}\n`)
    return out.fail(`It could not run: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

async function mapOne(id: string, given: Options['given'], out: Out): Promise<number> {
  const checked = await loadForms(formsDir())
  const loaded = checked.forms.journeys.find((one) => one.id === id)
  if (!loaded) return out.fail(unknownJourneys([id], checked.forms) ?? '')
  const isMeasured = !given.has('no-coverage')
  const chart = await mapJourney(id, checked, { now: Date.now(), isMeasured })
  if (!chart) return out.say(problemsInWords(loaded.problems, checked.files, 1), 1)
  const text = given.has('outline') ? titledOutline(chart) : await drawMap(chart, linksOf(id))
  const file = given.get('out')
  const status = loaded.status === 'sound' ? 0 : 1
  if (typeof file !== 'string') return out.say(text, status)
  writeFileSync(file, text)
  return out.say(`Written: ${file}\n`, status)
}

function titledOutline(chart: Chart): string {
  return `${chart.title} (${chart.journey})\n\n${outlineInText(outlineOf(chart))}`
}

/** Into the service that runs in development. */
function linksOf(journey: string): MapLinks {
  const { PUBLIC_ORIGIN, PORT = '3000' } = process.env
  const origin = PUBLIC_ORIGIN ?? `http://localhost:${PORT}`
  return {
    preview: (step) => `${origin}${urls.devPreview(journey)}#step-${step}`,
    source: (file, line) => `${origin}${urls.devSource(journey, file, line)}`,
  }
}
