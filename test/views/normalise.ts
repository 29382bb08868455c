import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Node = Tree.ChildNode
/** A label is not among them: the Design System's CSS makes a block of it. */
const INLINE = new Set(
  'a abbr b br button code em i img input option select small span strong svg textarea'.split(' '),
)
/** Inline from outside, a box of its own inside: blanks at its edges do not show. */
const BOXES = new Set(['button', 'option', 'select'])
const VERBATIM = new Set(['textarea', 'pre'])
const ID_LISTS = new Set(['aria-describedby', 'aria-labelledby', 'aria-controls'])

/** A canonical form of HTML, one token a line: equal for markup that a browser shows and names alike. */
export function normalise(html: string): string {
  return canonical(parseFragment(html).childNodes)
}

/** As `normalise`, of nodes that are parsed already. */
export function canonical(nodes: readonly Node[]): string {
  const tokens: string[] = []
  for (const node of nodes) write(node, tokens)
  closeLine(tokens)
  return tokens.join('\n')
}

function write(node: Node, tokens: string[]): void {
  if (node.nodeName === '#text' && 'value' in node) writeText(node.value, tokens)
  if (!('tagName' in node)) return
  const inline = INLINE.has(node.tagName)
  const box = !inline || BOXES.has(node.tagName) || isBoxByStyle(node)
  if (!inline) closeLine(tokens)
  tokens.push(openTag(node, inline, box))
  if (VERBATIM.has(node.tagName)) tokens.push(`verbatim ${JSON.stringify(textOf(node))}`)
  else for (const child of node.childNodes) write(child, tokens)
  if (box) closeLine(tokens)
  tokens.push(`${inline ? 'inline' : 'block'} </${node.tagName}>`)
}

/** A link with the look of a button, and a tag, are boxes by their CSS. */
function isBoxByStyle({ attrs }: Tree.Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      (name === 'role' && value === 'button') || (name === 'class' && /\bgovuk-tag\b/u.test(value)),
  )
}

function openTag(node: Tree.Element, inline: boolean, box: boolean): string {
  const attributes = node.attrs
    .map(({ name, value }) => `${name}=${JSON.stringify(attributeValue(name, value))}`)
    .sort()
  const kind = inline ? (box ? 'box' : 'inline') : 'block'
  return `${kind} <${[node.tagName, ...attributes].join(' ')}>`
}

function attributeValue(name: string, value: string): string {
  const words = () => value.split(/\s+/u).filter(Boolean)
  if (name === 'class') return [...new Set(words())].sort().join(' ')
  return ID_LISTS.has(name) ? words().join(' ') : value
}

function writeText(text: string, tokens: string[]): void {
  for (const part of text.split(/([ \t\n\r\f]+)/u)) {
    if (part === '') continue
    if (part.trim() !== '' || part.includes('\u00a0')) tokens.push(`text ${JSON.stringify(part)}`)
    else if (!atLineStart(tokens)) tokens.push('space')
  }
}

/** Nothing has been shown since the last box began or ended, or the last that was shown is a space. */
function atLineStart(tokens: readonly string[]): boolean {
  const last = tokens.findLast((token) => !token.startsWith('inline <') || isAtom(token))
  return last === undefined || /^(?:block|box|space)/u.test(last)
}

function isAtom(token: string): boolean {
  return /^inline <\/?(?:input|img|svg|br|button|select|textarea|option)\b/u.test(token)
}

function closeLine(tokens: string[]): void {
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at] ?? ''
    if (token === 'space') tokens.splice(at, 1)
    else if (!token.startsWith('inline <') || isAtom(token)) return
  }
}

function textOf(node: Tree.Element): string {
  return node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
}
