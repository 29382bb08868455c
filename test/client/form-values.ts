import { ancestorsOf, attribute, type Element, isA, withDescendants } from '../views/dom.ts'

/** What stands in the controls of a page, as the person left them. */
export interface FormValues {
  textOf(control: Element): string
  type(control: Element, text: string): void
  isTicked(control: Element): boolean
  tick(control: Element, ticked: boolean): void
  /** What a browser would post when this button of the form is pressed. */
  postedBy(form: Element, button: Element): URLSearchParams
}

const SILENT = new Set(['submit', 'button', 'reset', 'image', 'file'])

export function createFormValues(): FormValues {
  const typed = new Map<Element, string>()
  const ticks = new Map<Element, boolean>()
  const textOf = (control: Element) => typed.get(control) ?? startText(control)
  const isTicked = (control: Element) =>
    ticks.get(control) ?? attribute(control, 'checked') !== undefined
  const valueIn = (control: Element) =>
    isPosted(control, isTicked) ? withLines(textOf(control)) : undefined
  return {
    textOf,
    type: (control, text) => void typed.set(control, text),
    isTicked,
    tick(control, ticked) {
      if (ticked && typeOf(control) === 'radio')
        for (const rival of rivalsOf(control)) ticks.set(rival, false)
      ticks.set(control, ticked)
    },
    postedBy(form, button) {
      const posted = new URLSearchParams()
      for (const control of withDescendants(form)) {
        const name = attribute(control, 'name')
        const value = control === button ? startText(button) : valueIn(control)
        if (name !== undefined && value !== undefined) posted.append(name, value)
      }
      return posted
    },
  }
}

function typeOf(control: Element): string {
  return (attribute(control, 'type') ?? 'text').toLowerCase()
}

function isPosted(control: Element, isTicked: (control: Element) => boolean): boolean {
  if (attribute(control, 'disabled') !== undefined) return false
  if (isA(control, 'select', 'textarea')) return true
  if (!isA(control, 'input') || SILENT.has(typeOf(control))) return false
  return ['radio', 'checkbox'].includes(typeOf(control)) ? isTicked(control) : true
}

function startText(control: Element): string {
  if (isA(control, 'textarea')) return rawText(control)
  if (isA(control, 'select')) {
    const options = withDescendants(control).filter((one) => isA(one, 'option'))
    const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0]
    return chosen ? (attribute(chosen, 'value') ?? rawText(chosen)) : ''
  }
  const isChoice = ['radio', 'checkbox'].includes(typeOf(control))
  return attribute(control, 'value') ?? (isChoice ? 'on' : '')
}

function rawText(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

/** Line ends travel as CR LF. */
function withLines(text: string): string {
  return text.replace(/\r?\n/gu, '\r\n')
}

function rivalsOf(radio: Element): readonly Element[] {
  const form = ancestorsOf(radio).find((one) => isA(one, 'form'))
  const name = attribute(radio, 'name')
  return (form ? withDescendants(form) : []).filter(
    (one) => one !== radio && typeOf(one) === 'radio' && attribute(one, 'name') === name,
  )
}
