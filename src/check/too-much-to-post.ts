import { MOST_POSTED } from '../answers/read-input.ts'
import type { Field } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { fieldsOf } from '../flow/entries.ts'
import type { Step } from '../journey/journey.ts'
import type { Check } from './subject.ts'

const TOO_MUCH = { code: 'FP0416', severity: 'error' } as const
const MAY_BE_TOO_MUCH = { code: 'FP0416', severity: 'warning' } as const

/** What each press posts beside the answers: the page's token, and the button. */
const OURS = 2
/** The token, the names of the boxes and what stands between them. */
const AROUND = 4 * 1024

/** A page that asks for more than one post may hold: nobody can send it, or not who ticks or types all that they may. */
export const checkPosts: Check = ({ journey, marks, report }) => {
  for (const step of journey.steps) {
    const at = marks.nameOf(step)
    const fields = askedOn(step)
    if (!at) continue
    const boxes = OURS + sum(fields.map(boxesOf))
    const ticked = OURS + sum(fields.map(mostOf))
    const letters = AROUND + sum(fields.map(lettersOf))
    if (boxes > MOST_POSTED.fields)
      report(
        TOO_MUCH,
        at,
        `The page "${step.id}" has ${boxes - OURS} boxes, and more than ${MOST_POSTED.fields - OURS} are not taken: nobody could send it.`,
        'Ask for some of them on a page of their own.',
      )
    else if (ticked > MOST_POSTED.fields)
      report(
        MAY_BE_TOO_MUCH,
        at,
        `Who ticks all that they may on the page "${step.id}" sends ${ticked - OURS} answers, and more than ${MOST_POSTED.fields - OURS} are not taken.`,
        'Say in the schema how many may be ticked ("maxItems"), or ask on several pages.',
      )
    if (letters > MOST_POSTED.bytes)
      report(
        MAY_BE_TOO_MUCH,
        at,
        `Who types all that they may on the page "${step.id}" sends more than ${MOST_POSTED.bytes / 1024} kB, which is not taken.`,
        'Give the answers a smaller "maxLength", or ask for some of them on a page of their own.',
      )
  }
}

function askedOn(step: Step): readonly Field[] {
  return fieldsOf(step.entries).flatMap(({ field, readOnly }) => (readOnly ? [] : [field]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** How many answers every press posts for a field: each box one, empty or not; what is only ticked none. */
function boxesOf(field: Field): number {
  return field.kind === 'checkboxes' ? 0 : controlsOf(field)
}

function mostOf(field: Field): number {
  if (field.kind !== 'checkboxes') return controlsOf(field)
  const { maxItems } = field.schema
  const most = typeof maxItems === 'number' ? maxItems : field.options.length
  return Math.min(most, field.options.length)
}

function controlsOf(field: Field): number {
  // Of several boxes only as many stand there as were asked for.
  if (field.kind === 'several') return 1
  return kindOf(field.kind).controls(field, field.name).length
}

/** The fewest bytes in which the longest answer can be sent: a letter each. */
function lettersOf(field: Field): number {
  if (field.parts.length > 0) return sum(field.parts.map(lettersOf))
  const { maxLength } = field.schema
  return typeof maxLength === 'number' && field.options.length === 0 ? maxLength : 0
}
