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
import { doubledOf, type Rule, unless } from './lint-rule.ts'

const all = (page: Page, ...names: readonly string[]) =>
  page.elements.filter((element) => isA(element, ...names))
export const typeOf = (control: Element) => attribute(control, 'type') ?? control.tagName
const nameOf = (control: Element) => attribute(control, 'name') ?? ''
const isChoice = (control: Element) => ['radio', 'checkbox'].includes(typeOf(control))

/** A rule about each control by itself. */
function eachControl(isWrong: (control: Element, page: Page) => boolean, what: string): Rule {
  return (page) =>
    controlsOf(page)
      .filter((control) => isWrong(control, page))
      .map((control) => `${typeOf(control)} "${nameOf(control)}" ${what}`)
}

const has = (name: string) => (control: Element) => attribute(control, name) !== undefined
const isType =
  (...types: readonly string[]) =>
  (control: Element) =>
    isA(control, 'input') && types.includes(typeOf(control))

export const FORM_RULES: Readonly<Record<string, Rule>> = {
  F01: (page) => eachForm(page, (form) => has('novalidate')(form), 'lacks novalidate'),
  F02: (page) => eachForm(page, (form) => withDescendants(form).some(isSubmit), 'has no button'),
  F03: (page) =>
    eachForm(page, (form) => /^post$/iu.test(attribute(form, 'method') ?? ''), 'is no POST'),
  F04: (page, { kind }) => unless(kind !== 'question' || all(page, 'form').length > 0, 'no form'),
  F05: (page, { back }) =>
    unless(
      !back || page.elements.some((element) => hasClass(element, 'govuk-back-link')),
      'no back link',
    ),
  F07: eachControl((control) => nameOf(control) === '', 'has no name'),
  F08: eachControl(
    (control, page) => accessibleName(control, page) === '',
    'has no accessible name',
  ),
  F09: eachControl(
    (control, page) =>
      !labelsOf(control, page).some((label) => !hasClass(label, 'govuk-visually-hidden')),
    'has no label that can be seen',
  ),
  F10: eachControl(has('placeholder'), 'has a placeholder'),
  F11: eachControl(
    (control) => has('required')(control) || has('aria-required')(control),
    'is required',
  ),
  F12: (page) =>
    all(page, 'label', 'legend')
      .map(textOf)
      .filter((words) => /\*|:$/u.test(words))
      .map((words) => `label "${words}" has an asterisk or ends in a colon`),
  F13: eachControl(has('maxlength'), 'has a maxlength'),
  F14: eachControl(isType('number'), 'is a number box'),
  F15: eachControl(isType('date', 'month', 'time', 'datetime-local', 'range', 'week'), 'is native'),
  F16: eachControl(has('autofocus'), 'has autofocus'),
  // A box for files may take several at once: that is no list to be held down with a key.
  F17: eachControl(
    (control) => isA(control, 'select') && attribute(control, 'multiple') !== undefined,
    'takes several',
  ),
  F19: eachControl(
    (control) => attribute(control, 'autocomplete') === 'off',
    'turns autocomplete off',
  ),
  F25: eachControl(
    (control) => isSecret(control) && (attribute(control, 'value') ?? '') !== '',
    'shows a secret again',
  ),
  F26: eachControl(
    (control) => isType('password')(control) && attribute(control, 'autocapitalize') !== 'none',
    'lets capitals in',
  ),
  F27: (page) =>
    groupsOf(page)
      .filter((group) => group.length > 1 && !group.every(isInLegendedFieldset))
      .map(([first]) => `choices "${first && nameOf(first)}" are in no fieldset with a legend`),
  F28: (page) =>
    groupsOf(page)
      .filter(([first, second]) => first && !second && typeOf(first) === 'radio')
      .map(([first]) => `radio "${first && nameOf(first)}" is alone`),
  F29: (page) =>
    groupsOf(page).flatMap((group) =>
      doubledOf(group.map((choice) => attribute(choice, 'value') ?? '')).map(
        (value) => `value "${value}" comes twice`,
      ),
    ),
  F30: (page) =>
    all(page, 'legend')
      .filter((legend) => {
        const siblings = legend.parentNode?.childNodes.filter((node) => 'tagName' in node)
        return siblings?.[0] !== legend
      })
      .map((legend) => `legend "${textOf(legend)}" is not the first in its fieldset`),
  F31: (page) =>
    doubledOf(
      controlsOf(page)
        .filter((control) => !isChoice(control))
        .map(nameOf),
    ).map((name) => `two controls are called "${name}"`),
  F32: (page) =>
    all(page, 'a')
      .filter((link) => isWithin(link, 'govuk-hint'))
      .map((link) => `link "${textOf(link)}" in a hint`),
  F33: (page) => {
    const described = new Set(controlsOf(page).flatMap(descriptionsOf))
    const fieldsets = all(page, 'fieldset').flatMap((fieldset) => descriptionsOf(fieldset))
    return page.elements
      .filter((element) => hasClass(element, 'govuk-hint'))
      .map((hint) => attribute(hint, 'id') ?? '')
      .filter((id) => !described.has(id) && !fieldsets.includes(id))
      .map((id) => `hint "${id}" belongs to no control`)
  },
  F35: (page) =>
    all(page, 'button')
      // The one that only Enter presses: nobody sees, hears or reaches it.
      .filter((button) => attribute(button, 'aria-hidden') !== 'true')
      .filter((button) => /^(?:|go)$/iu.test(textOf(button)))
      .map((button) => `button "${textOf(button)}" says too little`),
  F37: (page) =>
    all(page, 'button', 'input', 'select', 'textarea')
      .filter(has('disabled'))
      .map((element) => `${element.tagName} "${nameOf(element)}" is disabled`),
}

function eachForm(
  page: Page,
  isRight: (form: Element) => boolean,
  what: string,
): readonly string[] {
  return all(page, 'form')
    .filter((form) => !isRight(form))
    .map((form) => `form to ${attribute(form, 'action')} ${what}`)
}

export function labelsOf(control: Element, page: Page): readonly Element[] {
  const id = attribute(control, 'id')
  const around = ancestorsOf(control).filter((element) => isA(element, 'label'))
  return [
    ...all(page, 'label').filter((label) => id && attribute(label, 'for') === id),
    ...around,
  ].filter((label) => textOf(label) !== '')
}

function accessibleName(control: Element, page: Page): string {
  const named = (attribute(control, 'aria-labelledby') ?? '')
    .split(/\s+/u)
    .map((id) => byId(page, id))
  return [
    attribute(control, 'aria-label') ?? '',
    ...named.map((element) => (element ? textOf(element) : '')),
    ...labelsOf(control, page).map(textOf),
  ]
    .join(' ')
    .trim()
}

function isSecret(control: Element): boolean {
  return isType('password')(control) || attribute(control, 'autocomplete') === 'one-time-code'
}

function groupsOf(page: Page): readonly Element[][] {
  const groups = new Map<string, Element[]>()
  for (const choice of controlsOf(page).filter(isChoice)) {
    const key = `${typeOf(choice)} ${nameOf(choice)}`
    groups.set(key, [...(groups.get(key) ?? []), choice])
  }
  return [...groups.values()]
}

function isInLegendedFieldset(choice: Element): boolean {
  return ancestorsOf(choice).some(
    (element) =>
      isA(element, 'fieldset') &&
      withDescendants(element).some((inner) => isA(inner, 'legend') && textOf(inner) !== ''),
  )
}
