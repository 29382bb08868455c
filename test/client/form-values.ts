import { ancestorsOf, attribute, type Element, isA, withDescendants } from '../views/dom.ts'

/** What stands in the controls of a page, as the person left them. */
export interface FormValues {
  textOf(control: Element): string
  type(control: Element, text: string): void
  isTicked(control: Element): boolean
  tick(control: Element, ticked: boolean): void
  /** Chooses files in a box for files. */
  attach(control: Element, files: readonly File[]): void
  /** What a browser would post when this button of the form is pressed. */
  postedBy(form: Element, button: Element): URLSearchParams
  /** The same of a form in parts: what was typed, and files; a box that was left empty sends a file without a name. */
  partsBy(form: Element, button: Element): FormData
}

const SILENT = new Set(['submit', 'button', 'reset', 'image', 'file'])

export function createFormValues(): FormValues {
  const typed = new Map<Element, string>()
  const ticks = new Map<Element, boolean>()
  const chosen = new Map<Element, readonly File[]>()
  const textOf = (control: Element) => typed.get(control) ?? startText(control)
  const isTicked = (control: Element) =>
    ticks.get(control) ?? attribute(control, 'checked') !== undefined
  const valueIn = (control: Element) =>
    isPosted(control, isTicked) ? withLines(textOf(control)) : undefined
  const sentBy = (control: Element, button: Element) =>
    control === button ? startText(button) : valueIn(control)
  const partsOf = (control: Element, button: Element): readonly (string | File)[] => {
    if (isA(control, 'input') && typeOf(control) === 'file')
      return chosen.get(control) ?? [new File([], '')]
    return [sentBy(control, button)].filter((value) => value !== undefined)
  }
  return {
    attach: (control, files) => void chosen.set(control, files),
    partsBy(form, button) {
      const parts = new FormData()
      for (const control of withDescendants(form)) {
        const name = attribute(control, 'name')
        if (name !== undefined)
          for (const part of partsOf(control, button)) parts.append(name, part)
      }
      return parts
    },
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
        const value = sentBy(control, button)
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
