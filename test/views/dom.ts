import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

export type Element = Tree.Element

/** A parsed page and its elements in the order of the document. */
export interface Page {
  readonly document: Tree.Document
  readonly elements: readonly Element[]
}

export function readPage(html: string): Page {
  const document = parse(html)
  return { document, elements: document.childNodes.flatMap(withDescendants) }
}

export function withDescendants(node: Tree.ChildNode): readonly Element[] {
  return 'tagName' in node ? [node, ...node.childNodes.flatMap(withDescendants)] : []
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/u).includes(name)
}

/** All text, blanks collapsed. */
export function textOf(element: Element): string {
  return rawText(element).replace(/\s+/gu, ' ').trim()
}

function rawText(node: Tree.ChildNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : ''
}

export function isA(element: Element, ...names: readonly string[]): boolean {
  return names.includes(element.tagName)
}

export function ancestorsOf(element: Element): readonly Element[] {
  const parent = element.parentNode
  return parent && 'tagName' in parent ? [parent, ...ancestorsOf(parent)] : []
}

export function isWithin(element: Element, name: string): boolean {
  return [element, ...ancestorsOf(element)].some((one) => hasClass(one, name))
}

export function byId(page: Page, id: string): Element | undefined {
  return page.elements.find((element) => attribute(element, 'id') === id)
}

/** What a person fills in: no buttons, nothing hidden. */
export function controlsOf(page: Page): readonly Element[] {
  const silent = new Set(['hidden', 'submit', 'button', 'image', 'reset'])
  return page.elements.filter(
    (element) =>
      isA(element, 'select', 'textarea') ||
      (isA(element, 'input') && !silent.has(attribute(element, 'type') ?? 'text')),
  )
}

export function isSubmit(element: Element): boolean {
  return isA(element, 'button') && (attribute(element, 'type') ?? 'submit') === 'submit'
}

export function idsIn(element: Element, name: string): readonly string[] {
  return (attribute(element, name) ?? '').split(/\s+/u).filter(Boolean)
}

/** Ids of what describes a control: its own, and those of the fieldsets around it. */
export function descriptionsOf(control: Element): readonly string[] {
  return [control, ...ancestorsOf(control).filter((one) => isA(one, 'fieldset'))].flatMap(
    (element) => idsIn(element, 'aria-describedby'),
  )
}
