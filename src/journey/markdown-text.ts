import type Token from 'markdown-it/lib/token.mjs'

interface Writer {
  text: string
  /** Numbers of the lists that are open; 0 for bullets. */
  readonly lists: number[]
}

/** Markdown as plain text: for texts, calls and the text half of emails. Links are "label: address". */
export function textOfTokens(tokens: readonly Token[]): string {
  const writer: Writer = { text: '', lists: [] }
  for (const token of tokens) writeBlock(token, writer)
  return writer.text.replace(/\n{3,}/gu, '\n\n').trim()
}

function writeBlock(token: Token, writer: Writer): void {
  switch (token.type) {
    case 'inline':
      writer.text += inlineText(token.children ?? [])
      return
    case 'fence':
    case 'code_block':
      writer.text += `${token.content}\n`
      return
    case 'bullet_list_open':
      writer.lists.push(0)
      return
    case 'ordered_list_open':
      writer.lists.push(Number(token.attrGet('start') ?? 1))
      return
    case 'list_item_open':
      writer.text += bulletOf(writer)
      return
    case 'bullet_list_close':
    case 'ordered_list_close':
      writer.lists.pop()
      writer.text += '\n'
      return
    case 'td_close':
    case 'th_close':
      writer.text += ' '
      return
    default:
      if (token.nesting === -1 || token.type === 'hr')
        writer.text += token.hidden ? '' : endOf(token)
  }
}

function bulletOf(writer: Writer): string {
  const number = writer.lists.at(-1) ?? 0
  if (number === 0) return '- '
  writer.lists[writer.lists.length - 1] = number + 1
  return `${number}. `
}

function endOf(token: Token): string {
  if (token.type === 'list_item_close' || token.type === 'tr_close') return '\n'
  return token.type.startsWith('t') ? '' : '\n\n'
}

function inlineText(tokens: readonly Token[]): string {
  let text = ''
  const links: { readonly address: string; readonly from: number }[] = []
  for (const token of tokens) {
    if (token.type === 'link_open')
      links.push({ address: token.attrGet('href') ?? '', from: text.length })
    else if (token.type === 'link_close') text = withAddress(text, links.pop())
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n'
    else text += token.content
  }
  return text
}

function withAddress(
  text: string,
  link: { readonly address: string; readonly from: number } | undefined,
): string {
  if (!link) return text
  const label = text.slice(link.from)
  return label === link.address || `mailto:${label}` === link.address
    ? text
    : `${text}: ${link.address}`
}
