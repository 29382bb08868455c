import { placeOf, type Spot } from '../journey/tree.ts'
import { urls } from '../urls.ts'
import type { WrittenAt } from '../views/written-at.ts'

/** Where something of a journey is written, `forms/x/flow.yaml:12`, with the page that shows that line; none: nowhere. */
export function writtenAt(
  journey: string,
  spot: Spot | undefined,
  lead?: string,
): readonly WrittenAt[] {
  if (!spot) return []
  const { file } = spot.source
  const { line } = placeOf(spot)
  const href = urls.devSource(journey, file, line)
  return [{ text: `${file}:${line}`, href, ...(lead !== undefined && { lead }) }]
}
