import {
  ancestorsOf,
  attribute,
  type Element,
  isA,
  isSubmit,
  textOf,
  withDescendants,
} from '../views/dom.ts'
import { type CookieJar, createCookieJar } from './cookie-jar.ts'
import { createFormValues, type FormValues } from './form-values.ts'
import {
  fieldsetCalled,
  isCalled,
  labelled,
  type SeenPage,
  seePage,
  type Words,
} from './seen-page.ts'

/** Asks a server, or an application without one. It must not follow redirects by itself. */
export type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>

/** A resident with no JavaScript, who knows only the words on the page. Each call throws, in words, when they are not there. */
export interface Resident {
  readonly page: SeenPage
  /** How often the server was asked, redirects included. */
  readonly requests: number
  readonly cookies: CookieJar
  visit(path: string): Promise<SeenPage>
  /** Types into the box with this label; a date into its three boxes: `27 3 1951`. */
  fill(label: Words, text: string, within?: Words): void
  /** Selects radios or check boxes of a group by their words; of check boxes exactly these. */
  choose(legend: Words, ...options: readonly string[]): void
  tick(label: Words): void
  /** Chooses files in the box with this label. */
  attach(label: Words, ...files: readonly File[]): void
  /** What stands in a box. */
  valueOf(label: Words, within?: Words): string
  /** Options of a group that are selected. */
  chosen(legend: Words): readonly string[]
  press(button: Words): Promise<SeenPage>
  /** Follows a link, or presses a button that looks like one. */
  follow(link: Words): Promise<SeenPage>
  /** Posts to a place without a page: what a trick or an old tab would send. */
  post(
    path: string,
    body: URLSearchParams | string | FormData,
    headers?: Readonly<Record<string, string>>,
  ): Promise<SeenPage>
  /** What a press of this button would post. */
  formOf(button: Words): PressedForm
  /** The same browser, another tab, with the same page as it was shown here. */
  duplicateTab(): Resident
}

export interface PressedForm {
  readonly method: 'get' | 'post'
  readonly action: string
  readonly body: URLSearchParams
  /** Of a form that sends files. */
  readonly parts?: FormData
}

const MOST_HOPS = 12

export function createResident(
  fetch: Fetch,
  origin: string,
  browser: { readonly cookies: CookieJar; readonly page?: SeenPage } = {
    cookies: createCookieJar(),
  },
): Resident {
  const { cookies } = browser
  let page: SeenPage | undefined = browser.page
  let values: FormValues = createFormValues()
  let requests = 0

  const seen = (): SeenPage => {
    if (!page) throw new Error('no page has been visited yet')
    return page
  }

  async function ask(path: string, init: RequestInit, hops = 0): Promise<SeenPage> {
    const cookie = cookies.header()
    requests += 1
    const headers = { ...(cookie !== undefined && { cookie }), ...(init.headers as object) }
    const response = await fetch(origin + path, { ...init, headers, redirect: 'manual' })
    cookies.take(response.headers)
    const html = await response.text()
    if (response.status === 303) {
      const to = new URL(response.headers.get('location') ?? '', origin + path)
      if (to.origin !== origin) throw new Error(`led away from the service, to ${to.origin}`)
      if (hops === MOST_HOPS) throw new Error(`led on for ever, at last to ${to.pathname}`)
      return ask(to.pathname + to.search, {}, hops + 1)
    }
    page = seePage(response, path, html)
    values = createFormValues()
    return page
  }

  const post = (
    path: string,
    body: URLSearchParams | string | FormData,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    ask(path, {
      method: 'POST',
      body: body instanceof FormData ? body : String(body),
      headers: {
        ...(!(body instanceof FormData) && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
    })

  function formOf(words: Words): PressedForm {
    const button = theOne(
      seen().dom.elements.filter((one) => isSubmit(one) && isCalled(words, textOf(one))),
      'button',
      words,
    )
    const form = ancestorsOf(button).find((one) => isA(one, 'form'))
    if (!form) throw new Error(`button "${words}" is in no form`)
    const action = attribute(button, 'formaction') ?? attribute(form, 'action') ?? seen().path
    const method = /^post$/iu.test(attribute(form, 'method') ?? '') ? 'post' : 'get'
    const isInParts = attribute(form, 'enctype') === 'multipart/form-data'
    return {
      method,
      action,
      body: values.postedBy(form, button),
      ...(isInParts && { parts: values.partsBy(form, button) }),
    }
  }

  function press(words: Words): Promise<SeenPage> {
    const { method, action, body, parts } = formOf(words)
    return method === 'post' ? post(action, parts ?? body) : ask(`${action}?${body}`, {})
  }

  function theOne(found: readonly Element[], what: string, words: Words): Element {
    const [first, second] = found
    if (first && !second) return first
    const said = `${seen().path} (${seen().status}): "${seen().text.slice(0, 600)}"`
    throw new Error(`${found.length} of ${what} "${words}" on ${said}`)
  }

  const box = (label: Words, within?: Words) =>
    theOne(labelled(seen(), label, within), 'box', label)

  function optionsOf(legend: Words): ReadonlyMap<string, Element> {
    const fieldset = fieldsetCalled(seen().dom, legend)
    if (!fieldset)
      throw new Error(`no group "${legend}" on ${seen().path}: "${seen().text.slice(0, 600)}"`)
    return new Map(
      withDescendants(fieldset)
        .filter((one) => isA(one, 'label'))
        .map((label) => [
          textOf(label),
          theOne(labelled(seen(), textOf(label), legend), 'option', textOf(label)),
        ]),
    )
  }

  function fillDate(legend: Words, text: string): void {
    const parts = text.split(' ')
    const boxes = ['Day', 'Month', 'Year'].slice(3 - parts.length)
    for (const [index, label] of boxes.entries())
      values.type(box(label, legend), parts[index] ?? '')
  }

  return {
    get page() {
      return seen()
    },
    get requests() {
      return requests
    },
    cookies,
    visit: (path) => ask(path, {}),
    fill(label, text, within) {
      if (labelled(seen(), label, within).length === 0 && fieldsetCalled(seen().dom, label))
        fillDate(label, text)
      else values.type(box(label, within), text)
    },
    choose(legend, ...options) {
      const all = optionsOf(legend)
      for (const option of options)
        if (!all.has(option))
          throw new Error(`no option "${option}", but ${[...all.keys()].join(' | ')}`)
      for (const [words, control] of all) values.tick(control, options.includes(words))
    },
    tick: (label) => values.tick(box(label), true),
    attach: (label, ...files) => values.attach(box(label), files),
    valueOf: (label, within) => values.textOf(box(label, within)),
    chosen: (legend) =>
      [...optionsOf(legend)]
        .filter(([, control]) => values.isTicked(control))
        .map(([words]) => words),
    press,
    async follow(words) {
      const link = seen().dom.elements.find((one) => isA(one, 'a') && isCalled(words, textOf(one)))
      return link ? ask(attribute(link, 'href') ?? '', {}) : press(words)
    },
    post,
    formOf,
    duplicateTab: () => createResident(fetch, origin, { cookies, page: seen() }),
  }
}
