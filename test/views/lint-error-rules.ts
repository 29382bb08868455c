import {
  ancestorsOf,
  attribute,
  byId,
  controlsOf,
  descriptionsOf,
  type Element,
  hasClass,
  isA,
  isSubmit,
  isWithin,
  type Page,
  textOf,
  withDescendants,
} from './dom.ts'
import { doubledOf, errorPrefixOf, isWelsh, type Rule, unless } from './lint-rule.ts'

const BANNED =
  /\b(?:please|sorry|valid|invalid|oops|forbidden|illegal|you forgot|this field is required|select an option|missing field)\b/iu

const summariesOf = (page: Page) =>
  page.elements.filter((element) => hasClass(element, 'govuk-error-summary'))
const messagesOf = (page: Page) =>
  page.elements.filter((element) => hasClass(element, 'govuk-error-message'))

/** A rule about the summary, where there is one. */
function ofSummary(check: (summary: Element, page: Page) => readonly string[]): Rule {
  return (page) => summariesOf(page).flatMap((summary) => check(summary, page))
}

/** A rule about each item of the summary. */
function eachItem(check: (item: Item, page: Page) => boolean, what: string): Rule {
  return ofSummary((summary, page) =>
    itemsOf(summary)
      .filter((item) => !check(item, page))
      .map(({ text }) => `"${text}" ${what}`),
  )
}

interface Item {
  readonly text: string
  readonly target: string | undefined
}

export const ERROR_RULES: Readonly<Record<string, Rule>> = {
  E01: (page, { errors }) => {
    const count = summariesOf(page).length
    return unless(
      errors === undefined ? count <= 1 : count === Number(errors),
      `${count} error summaries`,
    )
  },
  E02: ofSummary((summary, page) => {
    const heading = withDescendants(summary).find((element) => isA(element, 'h2'))
    return unless(
      heading && textOf(heading) === (isWelsh(page) ? 'Mae problem' : 'There is a problem'),
      'another title',
    )
  }),
  E03: ofSummary((summary, page) => {
    const at = (is: (element: Element) => boolean) => page.elements.findIndex(is)
    const main = at((element) => isA(element, 'main'))
    const back = at((element) => hasClass(element, 'govuk-back-link'))
    const here = page.elements.indexOf(summary)
    const heading = at((element) => isA(element, 'h1'))
    return unless(main < here && back < here && here < heading, 'not between back link and h1')
  }),
  E04: ofSummary((summary) => {
    const first = summary.childNodes.find((node) => 'tagName' in node)
    return unless(
      first && 'tagName' in first && attribute(first, 'role') === 'alert',
      'its child is no alert',
    )
  }),
  E05: ofSummary((summary, page) => {
    const focused = page.elements.filter((element) => attribute(element, 'autofocus') !== undefined)
    return unless(
      focused.length === 1 && focused[0] === summary && attribute(summary, 'tabindex') === '-1',
      'the focus does not move to it',
    )
  }),
  E06: eachItem(({ target }) => target !== undefined, 'is no link'),
  E07: eachItem(
    ({ target }, page) => target === undefined || byId(page, target) !== undefined,
    'leads nowhere',
  ),
  E08: eachItem(({ target }, page) => {
    const element = target === undefined ? undefined : byId(page, target)
    return !element || isA(element, 'input', 'select', 'textarea', 'button')
  }, 'leads to something that cannot be filled in'),
  E09: eachItem(({ target }, page) => {
    const control = controlsOf(page).find((element) => attribute(element, 'id') === target)
    if (control && hasClass(control, 'govuk-date-input__input')) return isFirstWrong(control)
    if (!control || !['radio', 'checkbox'].includes(attribute(control, 'type') ?? '')) return true
    const group = controlsOf(page).filter(
      (one) => attribute(one, 'name') === attribute(control, 'name'),
    )
    return group[0] === control
  }, 'does not lead to the first option, or to the first part that is wrong'),
  E10: eachItem(({ text, target }, page) => {
    const control = target === undefined ? undefined : byId(page, target)
    if (!control) return true
    const messages = descriptionsOf(control).map((id) => byId(page, id))
    return messages.some((message) => message && inlineText(message) === text)
  }, 'is not said with its control in the same words'),
  E11: (page) =>
    [
      ...summariesOf(page)
        .flatMap(itemsOf)
        .map(({ text }) => text),
      ...messagesOf(page).map(inlineText),
    ]
      .filter((text) => BANNED.test(text))
      .map((text) => `"${text}" has a word that errors do without`),
  E12: eachItem(({ text }) => !text.endsWith('.') || text.includes('. '), 'ends in a full stop'),
  E13: ofSummary((summary, page) => {
    const places = itemsOf(summary)
      .map(({ target }) => controlsOf(page).findIndex((one) => attribute(one, 'id') === target))
      .filter((place) => place >= 0)
    return unless(
      places.every((place, at) => place >= (places[at - 1] ?? 0)),
      'not in the order of the page',
    )
  }),
  E14: ofSummary((summary, page) => {
    const listed = itemsOf(summary).length
    const said = messagesOf(page).length
    return unless(listed === said, `${listed} in the summary, ${said} at the fields`)
  }),
  E15: (page) =>
    messagesOf(page)
      .filter((message) => !textOf(message).startsWith(errorPrefixOf(page)))
      .map((message) => `"${textOf(message)}" has no hidden "Error:"`),
  E16: (page) => {
    const described = new Set(
      [...controlsOf(page), ...page.elements.filter(isSubmit)].flatMap(descriptionsOf),
    )
    return messagesOf(page)
      .filter((message) => !described.has(attribute(message, 'id') ?? ''))
      .map((message) => `"${textOf(message)}" belongs to no control`)
  },
  E17: (page) =>
    unless(
      summariesOf(page).length > 0 || messagesOf(page).length === 0,
      'messages at fields without a summary',
    ),
  C01: (page) => {
    const said = page.elements
      .filter((element) => isA(element, 'a') && isWithin(element, 'govuk-summary-list__actions'))
      .map(textOf)
    return [
      ...doubledOf(said).map((words) => `two links say "${words}"`),
      ...said.filter((words) => words === 'Change').map(() => 'a link says only "Change"'),
    ]
  },
  C02: (page, { kind }) =>
    unless(
      kind !== 'check-answers' ||
        page.elements.some(
          (element) =>
            isSubmit(element) &&
            isWithin(element, 'govuk-button') &&
            !/^(?:continue|next|ok)$/iu.test(textOf(element)),
        ),
      'no button that names what it does',
    ),
  C03: (page) =>
    page.elements
      .filter((element) => hasClass(element, 'govuk-summary-list__value') && textOf(element) === '')
      .map(() => 'an answer is shown as nothing'),
}

function itemsOf(summary: Element): readonly Item[] {
  return withDescendants(summary)
    .filter((element) => isA(element, 'li'))
    .map((item) => {
      const link = withDescendants(item).find((element) => isA(element, 'a'))
      const href = link && attribute(link, 'href')
      return { text: textOf(item), target: href?.startsWith('#') ? href.slice(1) : undefined }
    })
}

/** Of the boxes of a date, the first that is marked as wrong. */
function isFirstWrong(control: Element): boolean {
  const group = ancestorsOf(control).find((one) => hasClass(one, 'govuk-date-input'))
  const boxes = group ? withDescendants(group).filter((one) => isA(one, 'input')) : []
  return boxes.find((one) => hasClass(one, 'govuk-input--error')) === control
}

function inlineText(message: Element): string {
  return textOf(message).replace(/^(?:Error|Gwall): /u, '')
}
