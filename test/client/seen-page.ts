import {
  attribute,
  type Element,
  hasClass,
  isA,
  isSubmit,
  isWithin,
  type Page,
  readPage,
  textOf,
  withDescendants,
} from '../views/dom.ts'

/** A page as someone sees it who reads the words and nothing else. */
export interface SeenPage {
  readonly status: number
  /** Its address, without the origin. */
  readonly path: string
  readonly headers: Headers
  readonly html: string
  readonly dom: Page
  readonly title: string
  readonly heading: string
  /** The words of the error summary, in order. */
  readonly errors: readonly string[]
  readonly notices: readonly string[]
  /** All words of the main part. */
  readonly text: string
  /** Words of the buttons of the main part. */
  readonly buttons: readonly string[]
  readonly links: readonly string[]
}

export function seePage(
  response: { readonly status: number; readonly headers: Headers },
  path: string,
  html: string,
): SeenPage {
  const dom = readPage(html)
  const all = (...names: readonly string[]) => dom.elements.filter((one) => isA(one, ...names))
  const [main] = all('main')
  const inMain = main ? withDescendants(main) : []
  return {
    status: response.status,
    path,
    headers: response.headers,
    html,
    dom,
    title: all('title').map(textOf)[0] ?? '',
    heading: all('h1').map(textOf)[0] ?? '',
    errors: inMain
      .filter((one) => isA(one, 'li') && isWithin(one, 'govuk-error-summary'))
      .map(textOf),
    notices: inMain
      .filter((one) => hasClass(one, 'govuk-notification-banner__heading'))
      .map(textOf),
    text: main ? textOf(main) : '',
    buttons: inMain.filter(isSubmit).map(textOf),
    links: inMain.filter((one) => isA(one, 'a')).map(textOf),
  }
}

export type Words = string | RegExp

export function isCalled(words: Words, text: string): boolean {
  return typeof words === 'string' ? text === words : words.test(text)
}

/** Controls whose label says these words: of a group of choices, its options. */
export function labelled({ dom }: SeenPage, words: Words, within?: Words): readonly Element[] {
  const around = within === undefined ? undefined : fieldsetCalled(dom, within)
  const elements = around ? withDescendants(around) : dom.elements
  const ids = elements
    .filter((one) => isA(one, 'label') && isCalled(words, textOf(one)))
    .map((label) => attribute(label, 'for'))
  return dom.elements.filter((one) => {
    const id = attribute(one, 'id')
    return id !== undefined && ids.includes(id)
  })
}

/** The fieldset whose legend says these words. */
export function fieldsetCalled(dom: Page, words: Words): Element | undefined {
  return dom.elements.find(
    (one) =>
      isA(one, 'fieldset') &&
      withDescendants(one).some(
        (inner) =>
          isA(inner, 'legend') && inner.parentNode === one && isCalled(words, textOf(inner)),
      ),
  )
}
