import { PROBLEMS } from './codes.ts'
import type { Report } from './problem.ts'
import type { Pair } from './tree.ts'

/** Several keys that stand twice are one mistake: the line is lost that began another part. */
export function reportDoubled([first, ...more]: readonly Pair[], report: Report): void {
  if (!first) return
  const message =
    more.length === 0
      ? `The key "${first.key}" stands here twice.`
      : `The key "${first.key}" stands here twice, and so do keys behind it.`
  const help =
    more.length === 0
      ? 'Take one of the two away: YAML would keep only the last.'
      : 'The line may be missing before it that begins another part, like "your-details:". If not, take one of each away.'
  report(PROBLEMS.doubledKey, first.keyAt, message, help)
}

/** Of a key that stands twice, the one that has a value is read on. */
export function replaceEmpty(pairs: Pair[], pair: Pair): void {
  const at = pairs.findIndex(({ key }) => key === pair.key)
  const first = pairs[at]?.value
  if (first?.is === 'scalar' && (first.absent || first.value === '')) pairs[at] = pair
}
