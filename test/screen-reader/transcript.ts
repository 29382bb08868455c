import { virtual } from '@guidepup/virtual-screen-reader'
import { JSDOM } from 'jsdom'

const MOST_PHRASES = 600

/** What a screen reader says: the title, and then all of the page or its main part, one phrase a line. */
export async function transcriptOf(html: string, part: 'page' | 'main' = 'main'): Promise<string> {
  const { window } = new JSDOM(html)
  const leave = enter(window)
  const { body } = window.document
  const container = part === 'page' ? body : (body.querySelector('main') ?? body)
  const end = part === 'page' ? 'end of document' : 'end of main'
  try {
    await virtual.start({ window: window as never, container })
    const said = [window.document.title]
    for (let count = 0; said.at(-1) !== end && count < MOST_PHRASES; count += 1) {
      said.push(await virtual.lastSpokenPhrase())
      await virtual.next()
    }
    await virtual.stop()
    return `${said.map(withoutReference).join('\n')}\n`
  } finally {
    leave()
    window.close()
  }
}

/** References are drawn by lot. */
function withoutReference(phrase: string): string {
  return phrase.replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/gu, 'ABCD-1234')
}

/** The reader asks the globals of a browser what is what. Answers how to take them away again. */
function enter(window: JSDOM['window']): () => void {
  const names = Object.getOwnPropertyNames(window).filter(
    (name) => /^(?:HTML\w*Element|Element|Node)$/u.test(name) && !(name in globalThis),
  )
  const given = new Map<string, unknown>([
    ...names.map((name) => [name, window[name as never]] as const),
    ['document', window.document],
    ['window', window],
  ])
  for (const [name, value] of given) Object.assign(globalThis, { [name]: value })
  return () => {
    for (const name of given.keys()) Reflect.deleteProperty(globalThis, name)
  }
}
