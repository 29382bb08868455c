import { resolveLimit } from '../answers/dates.ts'
import { shiftDate } from '../fields/calendar.ts'
import type { Field } from '../fields/field.ts'
import { PROBLEMS } from '../journey/codes.ts'
import { pairOf } from '../journey/tree.ts'
import type { Check, Subject } from './subject.ts'
import { TODAY } from './world.ts'

/** Bounds that no answer can keep, though each is possible by itself: of dates, of multiples, of options. */
export const checkPossible: Check = (subject) => {
  for (const field of subject.journey.fields.values()) {
    checkField(field, subject)
    for (const part of field.parts) checkField(part, subject)
  }
}

function checkField(field: Field, subject: Subject): void {
  checkDates(field, subject)
  checkMultiple(field, subject)
  checkCount(field, subject)
}

/** Dates that stand fast, or move with today; another answer may be any. */
function checkDates(field: Field, { marks, report }: Subject): void {
  const limits = (field.presentation.limits ?? []).flatMap(({ relation, to }) => {
    const day = resolveLimit(to, TODAY, () => undefined)
    return day === undefined || day.length !== TODAY.length ? [] : [{ relation, day }]
  })
  const from = limits.flatMap(({ relation, day }) =>
    relation === 'after' ? [shiftDate(day, 1, 'days')] : relation === 'onOrAfter' ? [day] : [],
  )
  const to = limits.flatMap(({ relation, day }) =>
    relation === 'before' ? [shiftDate(day, -1, 'days')] : relation === 'onOrBefore' ? [day] : [],
  )
  const least = from.toSorted().at(-1)
  const most = to.toSorted().at(0)
  if (least === undefined || most === undefined || least <= most) return
  const written = limits.flatMap(
    ({ relation }) => pairOf(marks.get(field, 'field'), relation)?.value ?? [],
  )
  const at = written.toSorted((one, other) => one.start - other.start).at(-1)
  const help = 'Let the earliest day be no later than the latest.'
  if (at)
    report(PROBLEMS.impossibleBounds, at, `No date is within the limits of "${field.name}".`, help)
}

function checkMultiple(field: Field, { marks, report }: Subject): void {
  const { multipleOf, minimum, maximum } = field.schema
  const at = marks.get(field, 'multipleOf')
  if (typeof multipleOf !== 'number' || typeof minimum !== 'number' || typeof maximum !== 'number')
    return
  if (!at || multipleOf <= 0 || Math.ceil(minimum / multipleOf) * multipleOf <= maximum) return
  const message = `No multiple of ${multipleOf} lies between ${minimum} and ${maximum}.`
  report(PROBLEMS.impossibleBounds, at, message, 'Change one of the three.')
}

/** Check boxes are ticked once each, and an exclusive one alone. */
function checkCount(field: Field, { marks, report }: Subject): void {
  const { minItems } = field.schema
  const at = marks.get(field, 'minItems')
  if (field.kind !== 'checkboxes' || typeof minItems !== 'number' || !at) return
  const most = field.options.filter(({ exclusive }) => !exclusive).length
  if (field.presentation.optionsFrom || minItems <= Math.max(most, 1)) return
  const message = `Nobody can tick ${minItems} of these options: ${most} can be ticked together.`
  report(PROBLEMS.impossibleBounds, at, message, 'Ask for fewer, or give more options.')
}
