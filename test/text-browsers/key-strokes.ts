import type { Resident } from '../client/resident.ts'
import { fieldsetCalled, labelled, type Words } from '../client/seen-page.ts'
import {
  attribute,
  type Element,
  isA,
  isSubmit,
  type Page,
  textOf,
  withDescendants,
} from '../views/dom.ts'

/** What somebody does on the pages of a text browser, where the tab key goes from one thing to the next. */
export type Stroke =
  | { readonly is: 'next' }
  | { readonly is: 'type'; readonly text: string }
  | { readonly is: 'tick' }
  | { readonly is: 'press' }

type Deed = { readonly at: number; readonly stroke: Stroke }

/** A resident whose deeds are written down as strokes of keys in `strokes`, page by page. */
export function recorded(resident: Resident, strokes: Stroke[]): Resident {
  let deeds: Deed[] = []
  const stopOf = (element: Element) => stopsOn(resident.page.dom).indexOf(element)
  const note = (element: Element, stroke: Stroke) => deeds.push({ at: stopOf(element), stroke })
  const leave = (element: Element) => {
    note(element, { is: 'press' })
    strokes.push(...inOrder(deeds))
    deeds = []
  }
  const asks: Pick<Resident, 'fill' | 'choose' | 'tick' | 'press' | 'follow'> = {
    fill(label, text, within) {
      const [box] = labelled(resident.page, label, within)
      if (box) note(box, { is: 'type', text })
      else
        for (const [part, value] of partsOf(resident.page.dom, label, text))
          note(part, { is: 'type', text: value })
      resident.fill(label, text, within)
    },
    choose(legend, ...options) {
      for (const option of options) {
        const [choice] = labelled(resident.page, option, legend)
        if (choice) note(choice, { is: 'tick' })
      }
      resident.choose(legend, ...options)
    },
    tick(label) {
      const [box] = labelled(resident.page, label)
      if (box) note(box, { is: 'tick' })
      resident.tick(label)
    },
    follow(words) {
      const link = resident.page.dom.elements.find((one) => isA(one, 'a') && textOf(one) === words)
      if (link) leave(link)
      return resident.follow(words)
    },
    press(words) {
      const button = resident.page.dom.elements.find(
        (one) => isSubmit(one) && textOf(one) === words,
      )
      if (button) leave(button)
      return resident.press(words)
    },
  }
  return Object.assign(Object.create(resident) as Resident, asks)
}

/** Links, boxes, choices and buttons: a text browser has no others, and hides none of these. */
function stopsOn({ elements }: Page): readonly Element[] {
  return elements.filter(
    (one) =>
      (isA(one, 'a') && attribute(one, 'href') !== undefined) ||
      isA(one, 'button', 'select', 'textarea') ||
      (isA(one, 'input') && attribute(one, 'type') !== 'hidden'),
  )
}

function partsOf(dom: Page, legend: Words, text: string): readonly (readonly [Element, string])[] {
  const fieldset = fieldsetCalled(dom, legend)
  const boxes = fieldset ? withDescendants(fieldset).filter((one) => isA(one, 'input')) : []
  return text.split(' ').flatMap((value, at) => (boxes[at] ? [[boxes[at], value] as const] : []))
}

/** From the first stop of the page to each deed, in the order of the page. */
function inOrder(deeds: readonly Deed[]): readonly Stroke[] {
  let here = 0
  return [...deeds]
    .sort((one, other) => one.at - other.at)
    .flatMap(({ at, stroke }) => {
      const steps = Array.from({ length: at - here }, (): Stroke => ({ is: 'next' }))
      here = at
      return [...steps, stroke]
    })
}
