/** How wide letters of Helvetica and Arial are, in parts of their size; with some room to spare for other fonts. */
const NARROW = /[ijl.,:;'|!()[\]{}ft-]/u
const WIDE = /[mwMW@%—“”…]/u
const CAPITAL = /[A-Z&]/u

/** About how wide a text is, in the unit of `size`. */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += widthOfLetter(letter)
  return width * size
}

function widthOfLetter(letter: string): number {
  if (letter === ' ') return 0.3
  if (NARROW.test(letter)) return 0.36
  if (WIDE.test(letter)) return 0.95
  return CAPITAL.test(letter) ? 0.73 : 0.58
}

/** Breaks a text into lines that are no wider than `width`: between words, and within words that are too long. */
export function linesOf(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u).flatMap((one) => pieces(one, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

function pieces(word: string, size: number, width: number): readonly string[] {
  const found: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter, size) > width) {
      found.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...found, piece]
}
