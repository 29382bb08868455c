import {
  attribute,
  byId,
  type Element,
  hasClass,
  idsIn,
  isA,
  isWithin,
  type Page,
  textOf,
  withDescendants,
} from './dom.ts'
import { doubledOf, errorPrefixOf, type Rule, unless } from './lint-rule.ts'

const all = (page: Page, ...names: readonly string[]) =>
  page.elements.filter((element) => isA(element, ...names))
const titleOf = (page: Page) => all(page, 'title').map(textOf)[0] ?? ''
const metaOf = (page: Page, name: string) =>
  all(page, 'meta').find((meta) => attribute(meta, 'name') === name)

/** Of the document as a whole: a fragment has nothing to do with them. */
export const DOCUMENT_RULES: Readonly<Record<string, Rule>> = {
  P01: ({ document }) =>
    unless(
      document.childNodes.some((node) => node.nodeName === '#documentType'),
      'no doctype',
    ),
  P02: (page, { language = 'en' }) => {
    const lang = all(page, 'html').map((html) => attribute(html, 'lang'))[0]
    return unless(lang === language, `lang is ${lang}, not ${language}`)
  },
  P09: (page) => {
    const first = page.elements.find(isFocusable)
    const target = first && attribute(first, 'href')?.replace(/^#/u, '')
    const main = target ? byId(page, target) : undefined
    return unless(main && isA(main, 'main'), 'the first thing to focus is no link to main')
  },
  P10: (page) => {
    const viewport = attribute(metaOf(page, 'viewport') ?? nothing, 'content') ?? ''
    return unless(
      viewport.includes('width=device-width') &&
        !/user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*[0-4](?:\.|,|$)/u.test(viewport),
      `viewport forbids zoom or is absent: "${viewport}"`,
    )
  },
  P25: (page) =>
    unless(
      helpLinksOf(page).some((words) => /^(?:Accessibility|Datganiad hygyrchedd)\b/iu.test(words)),
      'no link to the accessibility statement in the footer',
    ),
}

/** The words of the footer's links, in their order: the same on every page (P24, WCAG 3.2.6). */
export function helpLinksOf(page: Page): readonly string[] {
  return all(page, 'footer').flatMap((footer) =>
    withDescendants(footer)
      .filter((element) => isA(element, 'a'))
      .map(textOf),
  )
}

const nothing = { attrs: [] } as unknown as Element

export const PAGE_RULES: Readonly<Record<string, Rule>> = {
  P03: (page) => unless(titleOf(page) !== '', 'no title'),
  P04: (page) =>
    unless(titleOf(page).split(' – ').length >= 2, 'title is not "Question – Service – Council"'),
  P05: (page) => {
    const says = titleOf(page).startsWith(errorPrefixOf(page))
    const has = page.elements.some((element) => hasClass(element, 'govuk-error-summary'))
    return unless(says === has, has ? 'title lacks "Error: "' : 'title says "Error: " for nothing')
  },
  P06: (page) => unless(all(page, 'h1').length === 1, `${all(page, 'h1').length} h1, not 1`),
  P07: (page) => {
    const heading = all(page, 'h1').map(textOf)[0] ?? ''
    const title = titleOf(page).replace(errorPrefixOf(page), '')
    return unless(
      title === heading || title.startsWith(`${heading} – `),
      `title does not begin with the h1 "${heading}", whole and no more: "${title}"`,
    )
  },
  P08: (page) => unless(all(page, 'main').length === 1, `${all(page, 'main').length} main, not 1`),
  P11: (page) =>
    unless(
      !all(page, 'meta').some((meta) => attribute(meta, 'http-equiv')?.toLowerCase() === 'refresh'),
      'meta refresh',
    ),
  P12: (page) => doubledOf(page.elements.flatMap(idOf)).map((id) => `id "${id}" comes twice`),
  P13: (page) =>
    page.elements
      .map((element) => attribute(element, 'id'))
      .filter((id) => id !== undefined && !/^\S+$/u.test(id))
      .map((id) => `id "${id}" is empty or has blanks`),
  P14: (page) => danglingIn(page).map((id) => `nothing has the id "${id}" that is pointed to`),
  P15: (page) => headingFaults(page),
  P16: (page) =>
    page.elements
      .filter((element) => Number(attribute(element, 'tabindex') ?? 0) > 0)
      .map(({ tagName }) => `${tagName} has a tabindex over 0`),
  P17: (page) =>
    page.elements.flatMap(({ tagName, attrs }) =>
      attrs.filter(({ name }) => /^on/iu.test(name)).map(({ name }) => `${tagName} has ${name}`),
    ),
  P18: (page) =>
    page.elements
      .filter((element) =>
        ['href', 'action', 'formaction', 'src'].some((name) =>
          /^\s*(?:javascript|data|vbscript):/iu.test(attribute(element, name) ?? ''),
        ),
      )
      .map(({ tagName }) => `${tagName} leads to a script or data`),
  P19: (page) =>
    all(page, 'a')
      .filter((link) => /^(?:click here|here|more|read more|link)$/iu.test(textOf(link)))
      .map((link) => `a link's words are "${textOf(link)}"`),
  P20: (page) =>
    all(page, 'a')
      .filter((link) => textOf(link) === '' && !attribute(link, 'aria-label'))
      .map((link) => `the link to ${attribute(link, 'href')} has no name`),
  P21: (page) =>
    all(page, 'a')
      .filter((link) => attribute(link, 'target') !== undefined && !/new tab/iu.test(textOf(link)))
      .map((link) => `"${textOf(link)}" opens a new tab and does not say so`),
  P22: (page) => {
    const links = all(page, 'a').filter((link) => attribute(link, 'href') !== undefined)
    const targets = new Map(links.map((link) => [textOf(link), attribute(link, 'href')]))
    return links
      .filter((link) => targets.get(textOf(link)) !== attribute(link, 'href'))
      .map((link) => `links "${textOf(link)}" lead to different places`)
  },
  P23: (page) => [
    ...all(page, 'img')
      .filter((image) => attribute(image, 'alt') === undefined)
      .map((image) => `image ${attribute(image, 'src')} has no alt`),
    ...all(page, 'svg')
      .filter((svg) => attribute(svg, 'aria-hidden') !== 'true' && !attribute(svg, 'aria-label'))
      .map(() => 'a drawing has neither a name nor aria-hidden'),
  ],
  P26: (page) =>
    all(page, 'script')
      .filter((script) => attribute(script, 'src') === undefined)
      .map(() => 'inline script'),
  P27: (page) =>
    page.elements
      .filter((element) => isA(element, 'style') || attribute(element, 'style') !== undefined)
      .map(({ tagName }) => `inline style on ${tagName}`),
}

function idOf(element: Element): readonly string[] {
  const id = attribute(element, 'id')
  return id === undefined ? [] : [id]
}

function isFocusable(element: Element): boolean {
  if (isA(element, 'a')) return attribute(element, 'href') !== undefined
  const hidden =
    attribute(element, 'type') === 'hidden' || attribute(element, 'hidden') !== undefined
  return isA(element, 'button', 'input', 'select', 'textarea', 'summary') && !hidden
}

const REFERENCES = ['aria-describedby', 'aria-labelledby', 'aria-controls']

function danglingIn(page: Page): readonly string[] {
  const ids = new Set(page.elements.flatMap(idOf))
  return page.elements
    .flatMap((element) => [
      ...(isA(element, 'label') ? idsIn(element, 'for') : []),
      ...REFERENCES.flatMap((name) => idsIn(element, name)),
    ])
    .filter((id) => !ids.has(id))
}

/** Upstream puts the h2 of the summary and of a notice before the h1: they do not count. */
function headingFaults(page: Page): readonly string[] {
  const levels = all(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
    .filter(
      (heading) =>
        !isWithin(heading, 'govuk-error-summary') &&
        !isWithin(heading, 'govuk-notification-banner'),
    )
    .map(({ tagName }) => Number(tagName[1]))
  return levels.flatMap((level, at) => {
    const before = levels[at - 1] ?? 0
    return unless(level <= before + 1, `h${level} follows h${before}`)
  })
}
