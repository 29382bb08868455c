import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader that nobody here wrote (pdf.js) makes of a PDF. */
export interface ReadPdf {
  readonly pages: number
  readonly title: string
  readonly language: string
  readonly isTagged: boolean
  /** The window of a reader is to show the title, not the name of the file. */
  readonly showsTitle: boolean
  /** Words in their order, page after page, runs of blanks as one; what is no content (page numbers) in `artifacts`. */
  readonly text: string
  readonly artifacts: string
  /** Roles of the tree of tags, with what stands in them: `H1:Title`. */
  readonly tags: readonly Tag[]
  /** Scripts, forms, links, files: none is wanted. */
  readonly active: readonly string[]
}

export interface Tag {
  readonly role: string
  readonly text: string
  readonly children: readonly Tag[]
}

interface TreeNode {
  readonly role?: string
  readonly id?: string
  readonly children?: readonly TreeNode[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const doc = await task.promise
  const { info } = await doc.getMetadata()
  const about = info as Readonly<Record<string, unknown>>
  const preferences = (await doc.getViewerPreferences()) as {
    readonly DisplayDocTitle?: boolean
  } | null
  const numbers = Array.from({ length: doc.numPages }, (_, at) => at + 1)
  const pages: ReadPage[] = []
  for (const number of numbers) pages.push(await readPage(await doc.getPage(number)))
  const active = [
    ...pages.flatMap((page) => page.active),
    ...((await doc.getJSActions()) ? ['script'] : []),
    ...((await doc.getAttachments()) ? ['attachment'] : []),
    ...((await doc.getFieldObjects()) ? ['form'] : []),
  ]
  const read = {
    pages: doc.numPages,
    title: String(about['Title']),
    language: String(about['Language']),
    isTagged: (await doc.getMarkInfo())?.Marked === true,
    showsTitle: preferences?.DisplayDocTitle === true,
    text: plain(pages.map(({ words }) => words).join(' ')),
    artifacts: plain(pages.map((page) => page.artifacts).join(' ')),
    tags: pages.flatMap((page) => page.tags),
    active,
  }
  await task.destroy()
  return read
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

interface ReadPage extends Pick<ReadPdf, 'artifacts' | 'tags' | 'active'> {
  readonly words: string
}

async function readPage(page: Page): Promise<ReadPage> {
  const marked = await markedText(page)
  const byId = new Map<string, string>()
  for (const { id, text } of marked) if (id !== undefined) byId.set(id, (byId.get(id) ?? '') + text)
  const tree = (await page.getStructTree()) as TreeNode | null
  const annotations: readonly { readonly subtype: string }[] = await page.getAnnotations()
  return {
    words: marked.map(({ id, text }) => (id === undefined ? '' : text)).join(''),
    artifacts: marked.map(({ id, text }) => (id === undefined ? text : '')).join(' '),
    tags: (tree?.children ?? []).flatMap((child) => tagsOf(child, byId)),
    active: [
      ...annotations.map(({ subtype }) => `annotation ${subtype}`),
      ...((await page.getJSActions()) ? ['script of a page'] : []),
    ],
  }
}

/** Words with the mark that they stand in; without one they are no content. */
async function markedText(
  page: Page,
): Promise<readonly { readonly id: string | undefined; readonly text: string }[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const open: (string | undefined)[] = []
  return items.flatMap((item) => {
    if ('str' in item) return [{ id: open.at(-1), text: item.hasEOL ? `${item.str} ` : item.str }]
    if (item.type === 'endMarkedContent') open.pop()
    else open.push((item as { readonly id?: string | null }).id ?? undefined)
    return []
  })
}

function tagsOf(node: TreeNode, byId: ReadonlyMap<string, string>): readonly Tag[] {
  if (node.role === undefined) return []
  const own = (node.children ?? []).map(({ id }) => (id === undefined ? '' : (byId.get(id) ?? '')))
  const children = (node.children ?? []).flatMap((child) => tagsOf(child, byId))
  return [{ role: node.role, text: plain(own.join('')), children }]
}

/** All tags of a role, wherever they stand. */
export function tagged(tags: readonly Tag[], role: string): readonly Tag[] {
  return tags.flatMap((tag) => [...(tag.role === role ? [tag] : []), ...tagged(tag.children, role)])
}

/** The words of a tag with those of all below it. */
export function wordsIn({ text, children }: Tag): string {
  return plain([text, ...children.map(wordsIn)].join(' '))
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
