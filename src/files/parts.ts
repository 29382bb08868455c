/** A part of a picture's file, whole: its length or marker too. */
export interface Part<K> {
  readonly is: K
  readonly bytes: Buffer
}

/** No picture that a person takes is made of as many parts; the rest of one that is goes. */
export const MOST_PARTS = 50_000

/**
 * What stays of a file's parts, in order: those that pixels are made of, and in the place of the first that says which
 * way up the picture is, one that says no more.
 */
export function whatStays<K>(
  parts: readonly Part<K>[],
  isOfPixels: (part: Part<K>) => boolean,
  turnOf: (part: Part<K>) => Buffer | undefined,
): readonly Buffer[] {
  let isTurned = false
  return parts.flatMap((part) => {
    if (isOfPixels(part)) return [part.bytes]
    const turn = isTurned ? undefined : turnOf(part)
    isTurned ||= turn !== undefined
    return turn ? [turn] : []
  })
}
