import type { Field, Typed } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { fieldBlocks } from '../views/field-blocks.ts'
import { headingOf, labelOf } from '../views/sent-sections.ts'
import type { Block } from '../views/step-page.ts'
import type { AdminDeps } from './admin-deps.ts'
import type { Case, Desk } from './find-case.ts'

/** The questions that may be asked again: a group of check boxes for each section of check-answers. */
export interface Picking {
  readonly fields: readonly Field[]
}

/** What somebody may not see they cannot ask for (R-ACL-03). */
export function pickingOf(deps: AdminDeps, about: Case, { rights }: Desk): Picking {
  const sections = new Map<string, { value: string; title: string }[]>()
  for (const { key, place, entry } of deps.questionsToAsk(about)) {
    if (!rights.maySee(place.step.repeat ?? entry.field.name)) continue
    const heading = headingOf(place, about.madeWith)
    const options = sections.get(heading) ?? []
    options.push({ value: key, title: labelOf(entry, about, rights) })
    sections.set(heading, options)
  }
  const fields = [...sections].map(([heading, options], index) =>
    groupOf(`questions-${index + 1}`, heading, options),
  )
  return { fields }
}

function groupOf(name: string, title: string, options: Field['options']): Field {
  return {
    name,
    kind: 'checkboxes',
    title,
    required: true,
    secret: false,
    readOnly: false,
    examples: [],
    options,
    errorMessages: {},
    presentation: {},
    schema: { type: 'array', items: { enum: options.map(({ value }) => value) } },
    parts: [],
  }
}

/** What of it was picked: names that are not offered are nothing. */
export interface Picked {
  readonly questions: readonly string[]
  readonly errors: readonly { readonly control?: string; readonly text: string }[]
  readonly typed: Typed
}

export function readPicked({ fields }: Picking, body: URLSearchParams): Picked {
  const chosen = fields.map(({ name, options }) => {
    const offered = new Set(options.map(({ value }) => value))
    return { name, keys: [...new Set(body.getAll(name))].filter((key) => offered.has(key)) }
  })
  const questions = chosen.flatMap(({ keys }) => keys)
  const [first] = fields
  const control = first && kindOf(first.kind).controls(first, first.name)[0]
  return {
    questions,
    errors:
      questions.length > 0
        ? []
        : [
            {
              text: 'Select at least one question that they are to answer again',
              ...(control !== undefined && { control }),
            },
          ],
    typed: Object.fromEntries(chosen.map(({ name, keys }) => [name, keys])),
  }
}

export function pickingBlocks(
  { fields }: Picking,
  { typed, errors }: Pick<Picked, 'typed' | 'errors'>,
): readonly Block[] {
  if (fields.length === 0) return []
  const words = '<h2>Which questions are they to answer again?</h2>'
  return [{ is: 'content', html: words }, ...fieldBlocks(fields, { typed, errors })]
}
