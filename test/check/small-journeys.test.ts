import { describe, expect, it } from 'vitest'
import { CHECKS } from './small/checks.ts'
import { CODES } from './small/codes.ts'
import { ENDINGS } from './small/endings.ts'
import { OPTIONS } from './small/options.ts'
import { OWN_TARGETS } from './small/own-targets.ts'
import { placeOfMark, problemsIn, type SmallJourney } from './small/small-journey.ts'
import { VALUES } from './small/values.ts'

const TABLES: Readonly<Record<string, readonly SmallJourney[]>> = {
  'about endings': ENDINGS,
  'about targets': OWN_TARGETS,
  'about options': OPTIONS,
  'about checks': CHECKS,
  'about codes': CODES,
  'about computed numbers': VALUES,
}

for (const [about, journeys] of Object.entries(TABLES)) {
  const wrong = journeys.filter(({ found }) => found !== undefined)
  const sound = journeys.filter(({ found }) => found === undefined)
  describe(`finds ${about}, and nothing else:`, () => {
    it.each(wrong.map((one) => ({ what: one.what, one })))('$what', ({ one }) => {
      const found = problemsIn(one).map(
        ({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`,
      )
      expect(found).toEqual([`${one.found} ${placeOfMark(one)}`])
    })
  })
  describe(`finds nothing ${about} wrong with`, () => {
    it.each(sound.map((one) => ({ what: one.what, one })))('$what', ({ one }) => {
      expect(problemsIn(one)).toEqual([])
    })
  })
}
