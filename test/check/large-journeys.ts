import type { FormsFiles } from '../../src/journey/source.ts'
import { counts, pages, repeats, shuffled, tasks } from './large/answers.ts'
import { written } from './large/sketch.ts'
import { chain, crossed, lanes, loops, pairs } from './large/ways.ts'
import { largeJourney } from './large-journey.ts'
import { seededRandom } from './seeded-random.ts'

/**
 * Sound journeys of 200 steps and 60 named conditions, each of a shape that is hard for its own reason: the answers that
 * belong together lie far apart, or one condition joins many of them, or the ways part and meet again many times.
 */
export const LARGE_JOURNEYS: Readonly<Record<string, (seed: number) => FormsFiles>> = {
  'conditions about what was asked long ago': () => largeJourney(),
  'a chain of branches': (seed) => written(chain(seededRandom(seed))),
  'questions that others open, far apart': () => written(pairs()),
  'conditions that join many pairs': () => written(crossed()),
  'wide: twelve lanes that meet again': (seed) => written(lanes(seededRandom(seed))),
  'loops back': (seed) => written(loops(seededRandom(seed))),
  repeats: () => written(repeats()),
  'pages of many questions that open each other': () => written(pages()),
  'a task list': () => written(tasks()),
  'counts of answers': () => written(counts()),
  'all in any order': (seed) => written(shuffled(seededRandom(seed))),
}
