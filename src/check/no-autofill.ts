import type { Field, KindName } from '../fields/field.ts'
import type { Check } from './subject.ts'

const NO_AUTOFILL = { code: 'FP0414', severity: 'warning' } as const

/** What browsers can fill in of somebody's own: by kind, and by what is asked (WCAG 1.3.5). */
const BY_KIND: Readonly<Partial<Record<KindName, string>>> = {
  email: 'email',
  phone: 'tel',
  postcode: 'postal-code',
}
const BY_WORDS: readonly (readonly [RegExp, string, readonly KindName[]])[] = [
  [/^(?:what is )?your (?:full )?name\b|^(?:full )?name$/iu, 'name', ['text']],
  [/^(?:what is )?(?:your )?(?:first|given) names?\b/iu, 'given-name', ['text']],
  [/^(?:what is )?(?:your )?(?:surname|last name|family name)\b/iu, 'family-name', ['text']],
  [/^(?:what is )?your date of birth\b|^when were you born\b/iu, 'bday', ['date']],
  [/^(?:what is )?your (?:home )?address\b/iu, 'street-address', ['textarea']],
]

/** A field that browsers could fill in, if it said so: that helps people who find it hard to type or to remember. */
export const checkAutofill: Check = ({ journey, marks, report }) => {
  const asked = new Set(
    journey.steps.flatMap((step) =>
      step.entries.flatMap((entry) =>
        entry.is === 'field' && !entry.readOnly && step.repeat === undefined ? [entry.field] : [],
      ),
    ),
  )
  for (const field of asked) {
    const token = tokenFor(field)
    const at = marks.nameOf(field)
    if (token === undefined || !at) continue
    const help = `Add "autocomplete": "${token}" to its "field"; or "subject": "other" if it is about somebody else.`
    const message = `Browsers could fill in "${field.name}" for people, and are not told what it is (WCAG 1.3.5).`
    report(NO_AUTOFILL, at, message, help)
  }
}

function tokenFor({ kind, title, readOnly, presentation }: Field): string | undefined {
  const { autocomplete, subject } = presentation
  if (autocomplete !== undefined || subject !== undefined || readOnly) return undefined
  const byWords = BY_WORDS.find(([words, , kinds]) => kinds.includes(kind) && words.test(title))
  return BY_KIND[kind] ?? byWords?.[1]
}
