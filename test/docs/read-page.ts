/** What a page tells the reader to do, in order. */
export type Told =
  | { readonly is: 'file'; readonly path: string; readonly text: string }
  /** Commands, after a passage of a file has been replaced; `undone`: only for them. */
  | {
      readonly is: 'commands'
      readonly lines: readonly string[]
      readonly edit?: { readonly path: string; readonly from: string; readonly to: string }
      readonly undone: boolean
      /** What they say, among other things. */
      readonly says: readonly string[]
    }

/** A section of a page: its title, and what it tells. */
export interface Section {
  readonly title: string
  readonly told: readonly Told[]
}

const BLOCK =
  /(?:^`(?<path>[^`\n]+)`:\n\n)?^```(?<language>\w+)(?<how>[^\n]*)\n(?<text>.*?)^```$/gmsu

/** Sections by `##`. A file stands below its path in a line of its own; what is said stands as text below commands. */
export function sectionsOf(page: string): readonly Section[] {
  const [, ...parts] = page.split(/^## /mu)
  return parts.map((part) => {
    const [title = ''] = part.split('\n')
    return { title, told: toldIn(part) }
  })
}

function toldIn(part: string): readonly Told[] {
  const told: Told[] = []
  for (const { groups = {} } of part.matchAll(BLOCK)) {
    const { path, language, how = '', text = '' } = groups
    const last = told.at(-1)
    if (path !== undefined) told.push({ is: 'file', path, text })
    else if (language === 'sh') told.push(commandsOf(how, text))
    else if (language === 'text' && last?.is === 'commands')
      told[told.length - 1] = { ...last, says: text.trim().split('\n') }
  }
  return told
}

function commandsOf(how: string, text: string): Told {
  const [, word, path, from, to] =
    /^ (wrong|edit) (\S+) ("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*")$/u.exec(how) ?? []
  const lines = text.trim().split('\n')
  if (path === undefined) return { is: 'commands', lines, undone: false, says: [] }
  const edit = { path, from: JSON.parse(from ?? ''), to: JSON.parse(to ?? '') }
  return { is: 'commands', lines, edit, undone: word === 'wrong', says: [] }
}
