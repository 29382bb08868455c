import type { Field } from '../fields/field.ts'
import { boxLabelOf, boxNumberOf } from '../fields/several.ts'
import type { StepPage } from './step-page.ts'

type PageError = StepPage['errors'][number]

/**
 * A page on which errors that say the same of different boxes say of which box, in the summary and beside it: links of
 * the same words lead to the same place (ACCESSIBILITY.md P22, WCAG 2.4.4). "Enter an answer" becomes "Who comes? Enter an
 * answer"; of two addresses, "Their address: enter a postcode".
 */
export function withErrorsToldApart<Page extends Pick<StepPage, 'blocks' | 'errors'>>(
  page: Page,
): Page {
  const told = new Map<PageError, string>()
  for (const alike of alikeIn(page.errors)) {
    const paths = alike.map(({ control = '' }) => labelsAt(page, control))
    const words = WAYS.map((way) => paths.map(way)).find(tellsApart)
    for (const [index, error] of alike.entries()) {
      const label = words?.[index]
      if (label !== undefined) told.set(error, `${opening(label)} ${following(label, error.text)}`)
    }
  }
  if (told.size === 0) return page
  const errors = page.errors.map((error) => ({ ...error, text: told.get(error) ?? error.text }))
  const texts = new Map(errors.map(({ control, text }) => [control, text]))
  const blocks = page.blocks.map((block) => {
    if (block.is !== 'field') return block
    const own = Object.keys(block.errors).map((control) => [
      control,
      texts.get(control) ?? block.errors[control],
    ])
    return { ...block, errors: Object.fromEntries(own) }
  })
  return { ...page, errors, blocks }
}

/** Errors of the same words and of different boxes. */
function alikeIn(errors: StepPage['errors']): readonly (readonly PageError[])[] {
  const byText = new Map<string, PageError[]>()
  for (const error of errors)
    if (error.control !== undefined)
      byText.set(error.text, [...(byText.get(error.text) ?? []), error])
  return [...byText.values()].filter(
    (alike) => new Set(alike.map(({ control }) => control)).size > 1,
  )
}

/** The label next to the box, else that of the whole, else both. */
const WAYS: readonly ((path: readonly string[]) => string | undefined)[] = [
  (path) => path.at(-1),
  (path) => path[0],
  (path) => (path.length > 0 ? path.join(', ') : undefined),
]

function tellsApart(labels: readonly (string | undefined)[]): boolean {
  return !labels.includes(undefined) && new Set(labels).size === labels.length
}

/** What stands above a box, from the whole to the part; nothing for one that is not on the page. */
function labelsAt({ blocks }: Pick<StepPage, 'blocks'>, control: string): readonly string[] {
  for (const block of blocks)
    if (block.is === 'field' && Object.hasOwn(block.errors, control))
      return labelsWithin(block.field, block.label, block.field.name, control)
  return []
}

function labelsWithin(
  field: Field,
  label: string,
  prefix: string,
  control: string,
): readonly string[] {
  const box = field.item ? boxNumberOf(control, prefix) : 0
  if (box > 0) return [label, boxLabelOf(field, box)]
  const part = field.parts.find(({ name }) => `${control}-`.startsWith(`${prefix}-${name}-`))
  if (!part) return [label]
  return [label, ...labelsWithin(part, part.title, `${prefix}-${part.name}`, control)]
}

function opening(label: string): string {
  return /[?!.:]$/u.test(label) ? label : `${label}:`
}

/** After a colon a sentence goes on small; "NHS number" stays as it is. */
function following(label: string, text: string): string {
  const isNew = /[?!.]$/u.test(label) || !/^\p{Lu}\p{Ll}/u.test(text)
  return isNew ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
