import {
  ancestorsOf,
  attribute,
  controlsOf,
  type Element,
  hasClass,
  isA,
  type Page,
  textOf,
  withDescendants,
} from './dom.ts'
import { labelsOf, typeOf } from './lint-form-rules.ts'
import { type LintOptions, type Rule, unless } from './lint-rule.ts'

/** What the Design System says of a box, by the words of its label. */
interface Box {
  readonly label: RegExp
  /** Of the legend around it. */
  readonly within?: RegExp
  readonly autocomplete: readonly string[]
  readonly spellcheck?: false
  readonly type?: string
}

/** WCAG 1.3.5, and the Design System's patterns of names, addresses, dates, passwords and codes. */
const BOXES: readonly Box[] = [
  { label: /^first names?\b/iu, autocomplete: ['given-name'], spellcheck: false },
  {
    label: /^(?:surname|last name|family name)\b/iu,
    autocomplete: ['family-name'],
    spellcheck: false,
  },
  { label: /^full name\b/iu, autocomplete: ['name'], spellcheck: false },
  {
    label: /^(?:your )?email(?: address)?\b/iu,
    autocomplete: ['email', 'username'],
    spellcheck: false,
    type: 'email',
  },
  { label: /\b(?:tele)?phone number\b/iu, autocomplete: ['tel'], type: 'tel' },
  { label: /^address line 1\b/iu, autocomplete: ['address-line1'] },
  { label: /^address line 2\b/iu, autocomplete: ['address-line2'] },
  { label: /^town or city\b/iu, autocomplete: ['address-level2'] },
  { label: /^postcode\b/iu, autocomplete: ['postal-code'] },
  { label: /^day$/iu, within: /date of birth/iu, autocomplete: ['bday-day'] },
  { label: /^month$/iu, within: /date of birth/iu, autocomplete: ['bday-month'] },
  { label: /^year$/iu, within: /date of birth/iu, autocomplete: ['bday-year'] },
  {
    label: /^password$/iu,
    autocomplete: ['current-password', 'new-password'],
    spellcheck: false,
    type: 'password',
  },
  {
    label: /^(?:new|confirm|create a) password\b/iu,
    autocomplete: ['new-password'],
    spellcheck: false,
    type: 'password',
  },
  {
    label: /^(?:verification|security) code\b/iu,
    autocomplete: ['one-time-code'],
    spellcheck: false,
    type: 'text',
  },
]

const nameOf = (control: Element) => attribute(control, 'name') ?? ''
const labelOf = (control: Element, page: Page) => labelsOf(control, page).map(textOf).join(' ')
const legendsAround = (control: Element) =>
  ancestorsOf(control)
    .filter((one) => isA(one, 'fieldset'))
    .flatMap((fieldset) => withDescendants(fieldset).filter((one) => isA(one, 'legend')))
    .map(textOf)

function boxOf(control: Element, page: Page): Box | undefined {
  const label = labelOf(control, page)
  return BOXES.find(
    (box) =>
      box.label.test(label) &&
      (!box.within || legendsAround(control).some((legend) => box.within?.test(legend))),
  )
}

type Typed = readonly [control: Element, box: Box]

/** The controls that one types into, and of which the Design System says something. */
function typedIn(page: Page): readonly Typed[] {
  return controlsOf(page)
    .filter((control) => isA(control, 'input') && !['radio', 'checkbox'].includes(typeOf(control)))
    .flatMap((control) => {
      const box = boxOf(control, page)
      return box ? [[control, box] as const] : []
    })
}

function eachBox(
  wrong: (control: Element, box: Box, options: LintOptions) => boolean,
  what: string,
): Rule {
  return (page, options) =>
    typedIn(page)
      .filter(([control, box]) => wrong(control, box, options))
      .map(([control]) => `"${nameOf(control)}" ${what}`)
}

const ofType = (type: string) =>
  eachBox((control, box) => box.type === type && typeOf(control) !== type, `is no ${type} box`)
const isCode = (control: Element) => attribute(control, 'autocomplete') === 'one-time-code'

export const CONTROL_RULES: Readonly<Record<string, Rule>> = {
  F06: (page, { kind }) =>
    unless(kind !== 'question' || controlsOf(page).length > 0, 'a question without a control'),
  F18: eachBox((control, { autocomplete }, { isOthers }) => {
    const given = attribute(control, 'autocomplete')
    return isOthers?.(nameOf(control)) ? given !== undefined : !autocomplete.includes(given ?? '')
  }, 'has an autocomplete that is not for what it asks, or for whom it asks about'),
  F20: eachBox(
    (control, box) => box.spellcheck === false && attribute(control, 'spellcheck') !== 'false',
    'is checked for spelling',
  ),
  F21: (page) =>
    controlsOf(page)
      .filter(isCode)
      .filter(
        (control) => typeOf(control) !== 'text' || attribute(control, 'inputmode') !== 'numeric',
      )
      .map((control) => `code "${nameOf(control)}" is no text box with digits`),
  F22: ofType('tel'),
  F23: ofType('email'),
  F24: ofType('password'),
  F34: (page) =>
    unless(
      controlsOf(page).filter(isCode).length <= 1 &&
        controlsOf(page).filter((one) => hasClass(one, 'govuk-input--width-1')).length <= 1,
      'one answer in several boxes',
    ),
  F36: (page) =>
    page.elements
      .filter((one) => isA(one, 'button') && /^(?:next|proceed|ok|forward)\b/iu.test(textOf(one)))
      .map((button) => `button "${textOf(button)}" is not "Continue"`),
  F38: (page) =>
    page.elements
      .filter((one) => attribute(one, 'role') === 'button')
      .map((one) => `${one.tagName} "${textOf(one)}" only looks like a button`),
  F39: (page) =>
    controlsOf(page)
      .filter((control) => /^(?:day|month|year)$/iu.test(labelOf(control, page)))
      .filter((control) => legendsAround(control).join('') === '')
      .map((control) => `"${nameOf(control)}" is a part of a date in no group with a name`),
}
