import { readForms } from '../journey/read-forms.ts'
import type { FormsFiles } from '../journey/source.ts'
import type { Chart } from '../map/chart.ts'
import { drawMap, type MapLinks } from '../map/draw.ts'
import { NoLayout } from '../map/lay-out.ts'
import { type OutlineItem, outlineOf } from '../map/outline.ts'
import { urls } from '../urls.ts'
import type { MapView, OutlineView } from '../views/render-map.ts'
import { type CheckedForms, loadForms } from './load-forms.ts'
import { mapJourney } from './map-journey.ts'
import { problemsInWords } from './problems-in-words.ts'

export interface DevMaps {
  map(journey: string): Promise<MapView | undefined>
  source(journey: string, file: string): string | undefined
}

/** Maps of the journeys in a folder, as they stand there now: drawn again when a file has changed. */
export function createDevMaps(formsDir: string, now: () => number): DevMaps {
  let read: { readonly texts: string; readonly checked: Promise<CheckedForms> } | undefined
  const drawn = new Map<string, Promise<MapView | undefined>>()
  const load = (): Promise<CheckedForms> => {
    const files = readForms(formsDir)
    const texts = JSON.stringify([...files.texts])
    if (read?.texts !== texts) {
      drawn.clear()
      read = { texts, checked: loadForms(formsDir, files) }
    }
    return read.checked
  }
  return {
    map: async (journey) => {
      const checked = await load()
      const map = drawn.get(journey) ?? mapOf(journey, checked, now())
      drawn.set(journey, map)
      return map
    },
    source: (journey, file) => {
      const files = readForms(formsDir)
      return isOf(journey, pathOf(file, files)) ? files.texts.get(pathOf(file, files)) : undefined
    },
  }
}

function pathOf(file: string, { shown }: FormsFiles): string {
  return file.startsWith(shown) ? file.slice(shown.length) : file
}

/** Of the journey itself, or shared by all. */
function isOf(journey: string, path: string): boolean {
  return path.startsWith(`${journey}/`) || path.startsWith('_')
}

async function mapOf(
  journey: string,
  checked: CheckedForms,
  now: number,
): Promise<MapView | undefined> {
  const loaded = checked.forms.journeys.find((one) => one.id === journey)
  if (!loaded) return undefined
  const imageHref = urls.devMapImage(journey)
  const chart = await mapJourney(journey, checked, { now })
  if (!chart) {
    const instead = problemsInWords(loaded.problems, checked.files, 1)
    return { title: journey, journey, imageHref, instead, outline: [] }
  }
  const links = linksOf(journey)
  const outline = outlineOf(chart).map((item) => linked(item, links))
  return { title: chart.title, journey, imageHref, ...(await drawing(chart, links)), outline }
}

/** Where the library that draws is not installed, the words that say so. */
async function drawing(chart: Chart, links: MapLinks): Promise<Pick<MapView, 'svg' | 'instead'>> {
  try {
    return { svg: await drawMap(chart, links) }
  } catch (error) {
    if (error instanceof NoLayout) return { instead: error.message }
    throw error
  }
}

function linksOf(journey: string): MapLinks {
  return {
    preview: (step) => `${urls.devPreview(journey)}#step-${step}`,
    source: (file, line) => urls.devSource(journey, file, line),
  }
}

function linked({ text, step, items = [] }: OutlineItem, links: MapLinks): OutlineView {
  return {
    text,
    ...(step && {
      links: {
        preview: links.preview(step.id),
        source: links.source(step.file, step.line),
        place: `${step.file}:${step.line}`,
      },
    }),
    items: items.map((item) => linked(item, links)),
  }
}
