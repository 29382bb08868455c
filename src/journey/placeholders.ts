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

const NAME = /\{([A-Za-z][\w-]*(?:\.[\w-]+)*)\}/uy
const ALMOST = /\{\s*[A-Za-z][^{}\n]*\}/uy

/** Words → text and placeholders, in order. `{{` is a brace; any other brace stands for itself. */
export function splitPlaceholders(text: string): Split {
  const pieces: (string | Placeholder)[] = []
  const stray: number[] = []
  let plain = ''
  for (let at = 0; at < text.length; ) {
    const name = matchAt(NAME, text, at)
    if (text.startsWith('{{', at)) {
      plain += '{'
      at += 2
    } else if (name) {
      if (plain) pieces.push(plain)
      plain = ''
      pieces.push({ name: name[1] ?? '', at })
      at += name[0].length
    } else {
      if (matchAt(ALMOST, text, at)) stray.push(at)
      plain += text[at]
      at += 1
    }
  }
  if (plain || pieces.length === 0) pieces.push(plain)
  return { pieces, stray }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  if (text[at] !== '{') return null
  pattern.lastIndex = at
  return pattern.exec(text)
}

export function hasPlaceholders(text: string): boolean {
  return splitPlaceholders(text).pieces.some((piece) => typeof piece !== 'string')
}

/** Words in which no answer can stand: doubled braces are braces. */
export function withoutEscapes(text: string): string {
  return text.replaceAll('{{', '{')
}
