import type { Field, ShowContext, Shown } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { renderComponent, renderShown } from './components.ts'
import { linesHtml } from './markup.ts'
import { renderFiles } from './render-files.ts'
import type { Block } from './step-page.ts'
import { type EngineWords, wordsOf } from './words.ts'

type FieldBlock = Extract<Block, { is: 'field' }>

/** The blocks of a page in order. `heading`: the field whose label or legend is the page's h1. */
export function renderBlocks(
  blocks: readonly Block[],
  heading: Field | undefined,
  language: string,
): string {
  return runsOf(blocks)
    .map((run) => renderRun(run, heading, language))
    .join('\n')
}

/** Neighbours that stand together: fields with the same `group`, and answers that are only shown. */
interface Run {
  readonly blocks: [Block, ...Block[]]
}

function runsOf(blocks: readonly Block[]): readonly Run[] {
  const runs: Run[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last && standTogether(last.blocks[0], block)) last.blocks.push(block)
    else runs.push({ blocks: [block] })
  }
  return runs
}

function standTogether(one: Block, other: Block): boolean {
  if (one.group !== other.group || isShownOnly(one) !== isShownOnly(other)) return false
  return isShownOnly(one) || one.group !== undefined
}

function isShownOnly(block: Block): boolean {
  return block.is === 'field' && block.readOnly
}

function renderRun({ blocks }: Run, heading: Field | undefined, language: string): string {
  const [first] = blocks
  const html = isShownOnly(first)
    ? renderShownAnswers(
        blocks.filter((block) => block.is === 'field'),
        wordsOf(language),
      )
    : blocks.map((block) => renderBlock(block, heading, language)).join('\n')
  if (first.group === undefined) return html
  return renderComponent('fieldset', {
    legend: { text: first.group, classes: 'govuk-fieldset__legend--m' },
    html,
  })
}

function renderBlock(block: Block, heading: Field | undefined, language: string): string {
  if (block.is === 'content') return `<div class="fp-content">${block.html}</div>`
  return renderField(block, block.field === heading, language)
}

function renderShownAnswers(blocks: readonly FieldBlock[], words: EngineWords): string {
  return renderComponent('summary-list', {
    rows: blocks.map((block) => ({
      key: { text: block.label },
      value: { html: linesHtml(block.shown, words.notProvided) },
    })),
  })
}

/** Field → its HTML with nothing typed in it, in the field's own words: it is the same for everyone. */
const untouched = new WeakMap<Field, Map<string, string>>()

function renderField(block: FieldBlock, isPageHeading: boolean, language: string): string {
  if (!isUntouched(block)) return renderFieldAnew(block, isPageHeading, language)
  const key = `${language} ${isPageHeading}`
  const ofField = untouched.get(block.field) ?? new Map<string, string>()
  untouched.set(block.field, ofField)
  const html = ofField.get(key) ?? renderFieldAnew(block, isPageHeading, language)
  ofField.set(key, html)
  return html
}

function isUntouched({ field, label, hint, typed, errors }: FieldBlock): boolean {
  const hasOwnWords = label === field.title && hint === field.hint
  return hasOwnWords && isEmpty(typed) && isEmpty(errors)
}

function isEmpty(record: object): boolean {
  for (const _name in record) return false
  return true
}

function renderFieldAnew(block: FieldBlock, isPageHeading: boolean, language: string): string {
  const context: ShowContext = {
    label: block.label,
    ...(block.hint !== undefined && { hint: block.hint }),
    typed: block.typed,
    errors: block.errors,
    isPageHeading,
    readOnly: false,
    ...(block.fixed && { fixed: true }),
    language,
  }
  const { field } = block
  return renderShownField(kindOf(field.kind).show(field, field.name, context), wordsOf(language))
}

/** A kind's component with the engine's words in it; a fieldset of ours holds others (`blocks`). */
function renderShownField(shown: Shown, words: EngineWords): string {
  if (shown.component === 'file-upload') return renderFiles(withWords(shown, words), words)
  const { blocks, hint, ...options } = shown.options
  if (shown.component !== 'fieldset' || !Array.isArray(blocks))
    return renderShown(withWords(shown, words))
  const inner = (blocks as readonly Shown[]).map((block) => renderShownField(block, words))
  const html = [...(hint ? [renderComponent('hint', hint)] : []), ...inner].join('\n')
  return renderShown({ component: 'fieldset', options: { ...options, html } })
}

/** The engine's words that a component needs, in the language of the page. */
function withWords(shown: Shown, words: EngineWords): Shown {
  const { errorMessage } = shown.options
  const options =
    typeof errorMessage === 'object'
      ? {
          ...shown.options,
          errorMessage: { visuallyHiddenText: words.errorPrefix, ...errorMessage },
        }
      : shown.options
  if (shown.component !== 'password-input') return { component: shown.component, options }
  return {
    component: shown.component,
    options: {
      ...options,
      // A script puts the button in: without one it could do nothing, and text browsers would show it.
      toggle: false,
      showPasswordText: words.showPassword,
      hidePasswordText: words.hidePassword,
      showPasswordAriaLabelText: words.showPasswordLabel,
      hidePasswordAriaLabelText: words.hidePasswordLabel,
      passwordShownAnnouncementText: words.passwordShown,
      passwordHiddenAnnouncementText: words.passwordHidden,
    },
  }
}
