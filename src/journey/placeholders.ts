/** `{name}` in words. */
export interface Placeholder {
  readonly name: string
  /** Offset in the words. */
  readonly at: number
}

export interface Split {
  readonly pieces: readonly (string | Placeholder)[]
  /** Offsets of braces that may have been meant as a placeholder and are none. */
  readonly stray: readonly number[]
}

const NAME = '[A-Za-z][\\w-]*(?:\\.[\\w-]+)*'
/** Braces around what is no name; one that is not closed; one that was not opened. */
const ALMOST =
  '\\{\\s*[A-Za-z][^{}\\n]*\\}|\\{[A-Za-z][\\w.-]*(?=[^\\w.}-]|$)|(?<!\\{[^{}\\n]*)\\b[A-Za-z][\\w.-]*\\}'
const TOKENS = new RegExp(`(\\{\\{)|\\{(${NAME})\\}|(${ALMOST})`, 'gu')

/** Words → text and placeholders, in order. `{{` is a brace; any other brace stands for itself. */
export function splitPlaceholders(text: string): Split {
  const pieces: (string | Placeholder)[] = ['']
  const stray: number[] = []
  const say = (words: string) => {
    const last = pieces.at(-1)
    if (typeof last === 'string') pieces[pieces.length - 1] = last + words
    else pieces.push(words)
  }
  let done = 0
  for (const match of text.matchAll(TOKENS)) {
    const [whole, doubled, name, almost] = match
    say(text.slice(done, match.index))
    done = match.index + whole.length
    if (name !== undefined) pieces.push({ name, at: match.index })
    else say(doubled === undefined ? whole : '{')
    if (almost !== undefined) stray.push(match.index)
  }
  say(text.slice(done))
  const said = pieces.filter((piece) => piece !== '')
  return { pieces: said.length > 0 ? said : [''], stray }
}

export function hasPlaceholders(text: string): boolean {
  return splitPlaceholders(text).pieces.some((piece) => typeof piece !== 'string')
}

/** Words in which no answer can stand: doubled braces are braces. */
export function withoutEscapes(text: string): string {
  return text.replaceAll('{{', '{')
}
