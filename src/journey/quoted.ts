/** Words as they must be written to be taken literally. */
export function quoted(words: string): string {
  return words.includes('"') && !words.includes("'")
    ? `'${words}'`
    : `"${words.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
