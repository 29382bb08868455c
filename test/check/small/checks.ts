import type { SmallJourney } from './small-journey.ts'

const AGE = { title: 'Age', type: 'integer', minimum: 0, maximum: 120 }
/** The sum stands there for those who test it. */
const values = (must: string) =>
  must.includes('both') ? 'values: { both: { sum: [x, y] } }\n' : ''
const checked = (must: string) => `${values(must)}steps:
  a:
    title: Ages
    fields: [x, y]
    checks: [{ must: ${must}, error: That cannot be }]`
const wholeChecked = (
  must: string,
) => `${values(must)}checks: [{ must: ${must}, error: That cannot be }]
steps:
  a: { title: Ages, fields: [x, y] }`
const fields = { x: AGE, y: { ...AGE, title: 'Other age' } }

/** What must be so of answers. */
export const CHECKS: readonly SmallJourney[] = [
  {
    what: 'one that asks for what the question does',
    fields,
    flow: checked('«{ x: { maximum: 120 } }'),
    found: 'warning FP0826',
  },
  {
    what: 'one about an answer that may be left out',
    fields,
    required: ['y'],
    flow: checked('«{ x: { minimum: 0 } }'),
    found: 'warning FP0826',
  },
  {
    what: 'one about a sum that is never so large',
    fields,
    flow: checked('«{ both: { maximum: 240 } }'),
    found: 'warning FP0826',
  },
  {
    what: 'one of the whole journey that nobody fails',
    fields,
    flow: wholeChecked('«{ both: { maximum: 240 } }'),
    found: 'warning FP0826',
  },
  {
    what: 'one of the whole journey that nobody passes',
    fields,
    flow: wholeChecked('«{ both: { minimum: 241 } }'),
    found: 'error FP0812',
  },
  {
    what: 'one of the whole journey that some fail',
    fields,
    flow: wholeChecked('{ both: { maximum: 200 } }'),
  },
  {
    what: 'one that lets the question alone say less',
    fields,
    flow: checked('{ x: { maximum: 110 } }'),
  },
  { what: 'one about two answers', fields, flow: checked('{ x: { minimum: $y } }') },
  {
    what: 'one that wants one of two answers',
    fields,
    required: [],
    flow: checked('{ answered: { atLeast: 1, of: [x, y] } }'),
  },
]
