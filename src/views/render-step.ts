import type { Field } from '../fields/field.ts'
import { filesKey } from '../fields/file.ts'
import { fileSlotsOf } from '../fields/file-slots.ts'
import { labelTextOf } from '../fields/shown.ts'
import { renderComponent } from './components.ts'
import { escapeHtml } from './markup.ts'
import type { MainView } from './page.ts'
import { renderBlocks } from './render-block.ts'
import { renderTasks } from './render-tasks.ts'
import type { Block, StepPage } from './step-page.ts'
import { renderTemplate } from './templates.ts'
import { withErrorsToldApart } from './told-apart.ts'
import { withLanguages } from './untranslated.ts'
import { type EngineWords, wordsOf } from './words.ts'

/** The page of a step without what stands around it: for `renderPage`. */
export function renderStepMain(given: StepPage): MainView {
  const page = withErrorsToldApart(given)
  const words = wordsOf(page.language)
  const asked = headingFieldOf(page)
  const title = (asked && headingOf(asked, page)) ?? page.title ?? page.journey.title
  const mainHtml = renderTemplate('step', {
    ...page,
    errors: page.errors.map(({ control, text }) => ({ control: control ?? pressOf(page), text })),
    words,
    heading: asked ? undefined : title,
    panelHtml: page.kind === 'confirmation' ? renderPanel(page, title, words) : '',
    summaryHtml: aboveForm(page, words),
    formHtml: page.kind === 'list' ? renderAnother(page, words) : renderForm(page, asked?.field),
  })
  return {
    title,
    mainHtml: withLanguages(mainHtml, page.untranslated),
    errors: page.errors.length > 0,
  }
}

/**
 * The field whose label or legend is the heading: without a title the first that is asked, and of a page with one
 * question the one that says the same as the title (GOV.UK question pages: no words twice).
 */
function headingFieldOf(page: StepPage): FieldBlock | undefined {
  const fields = page.blocks.filter((block) => block.is === 'field')
  const asked = fields.find((block) => !block.readOnly && block.group === undefined)
  if (page.title === undefined) return asked
  return fields.length === 1 && asked?.label === page.title ? asked : undefined
}

/** As the label or legend has it: an answer that may be left out says so in the title too (ACCESSIBILITY.md P07). */
function headingOf({ field, label, readOnly }: FieldBlock, { language }: StepPage): string {
  return labelTextOf(field, { label, readOnly, language })
}

function renderPanel(page: StepPage, title: string, words: EngineWords): string {
  return renderComponent('panel', {
    titleText: title,
    ...(page.reference && {
      html: `${escapeHtml(words.yourReference)}<br><strong>${escapeHtml(page.reference)}</strong>`,
    }),
  })
}

function aboveForm(page: StepPage, words: EngineWords): string {
  if (page.kind === 'list') return renderList(page, words)
  return page.tasks ? renderTasks(page, page.tasks, words) : renderSummary(page, words)
}

function renderSummary(page: StepPage, words: EngineWords): string {
  if (page.summary.length === 0) return ''
  return renderTemplate('parts/summary-sections', { sections: page.summary, words })
}

function renderForm(page: StepPage, heading: Field | undefined): string {
  const html = renderBlocks(page.blocks, heading, page.language)
  if (page.buttons.length === 0) return html
  const fields = page.blocks.filter((block) => block.is === 'field')
  const isMultipart = fileSlotsOf(fields.map(({ field }) => field)).length > 0
  const grows = fields.some(hasOwnButtons)
  return renderFormPart(page, { html, grows, isMultipart })
}

function renderFormPart(page: StepPage, rest: Readonly<Record<string, unknown>>): string {
  const said = page.errors
    .filter(({ control }) => control === undefined)
    .map(({ text }, at) => ({
      id: at === 0 ? 'page-press-error' : `page-press-error-${at + 1}`,
      text,
    }))
  return renderTemplate('parts/form', { ...page, ...rest, said, words: wordsOf(page.language) })
}

/** Where an error leads that is about no question: to the button that is pressed again, beside which it is said too. */
function pressOf({ buttons }: StepPage): string | undefined {
  return buttons.length > 0 ? 'page-press' : undefined
}

/** Before the page's own buttons stand others, which Enter must not press: more boxes, a file that can be removed. */
function hasOwnButtons({ field, typed }: FieldBlock): boolean {
  const slots = fileSlotsOf([field])
  const hasFiles = slots.some(({ control }) => typed[filesKey(control)]?.length)
  return field.item !== undefined || hasFiles || slots.some((slot) => slot.field.kind === 'files')
}

type FieldBlock = Extract<Block, { is: 'field' }>

/** The items so far, in a form of their own: Enter in the question below must not press a "Remove". */
function renderList(page: StepPage, words: EngineWords): string {
  const rows = page.summary.flatMap((section) => section.rows)
  const bounds = paragraph(page.list?.bounds)
  if (rows.length > 0) return renderTemplate('parts/item-list', { ...page, rows, words }) + bounds
  return paragraph(page.list?.empty) + bounds
}

function paragraph(text: string | undefined): string {
  return text ? `<p class="govuk-body">${escapeHtml(text)}</p>` : ''
}

function renderAnother(page: StepPage, words: EngineWords): string {
  return renderFormPart(page, { html: renderQuestion(page, words) })
}

function renderQuestion(page: StepPage, words: EngineWords): string {
  if (page.list?.question === undefined) return ''
  const error = page.errors.find(({ control }) => control === 'another')
  return renderComponent('radios', {
    name: 'another',
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: page.list.question, classes: 'govuk-fieldset__legend--m' } },
    ...(error && { errorMessage: { text: error.text, visuallyHiddenText: words.errorPrefix } }),
    items: [
      { value: 'yes', text: words.yes },
      { value: 'no', text: words.no },
    ],
  })
}
