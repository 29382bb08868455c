/** A definition with one mistake in it. */
export interface Mutant {
  /** What kind of mistake. */
  readonly mutator: string
  readonly file: string
  readonly line: number
  /** The whole file. */
  readonly text: string
  /** `here`: a problem must stand at the line. `anywhere`: what is wrong may be seen elsewhere (a name that is gone). */
  readonly seen: 'here' | 'anywhere'
  /** What was made of what. */
  readonly words: string
}

export type MutantsOf = (file: string, text: string) => readonly Mutant[]

/** One passage replaced. */
export function replaced(
  text: string,
  [start, end]: readonly [number, number],
  by: string,
): string {
  return text.slice(0, start) + by + text.slice(end)
}

/** As fingers slip: a letter is lost, two change places, or one too many stands at the end. */
export function mistyped(word: string, known: ReadonlySet<string>): string {
  const middle = Math.floor(word.length / 2)
  const lost = word.slice(0, middle) + word.slice(middle + 1)
  const turned =
    word.slice(0, middle - 1) +
    (word[middle] ?? '') +
    (word[middle - 1] ?? '') +
    word.slice(middle + 1)
  const tries = word.length < 4 ? [`${word}x`] : [lost, turned, `${word}x`]
  return tries.find((one) => one !== word && one !== '' && !known.has(one)) ?? `${word}qq`
}
