/** What a command was given: names, and options with and without a value. */
export interface Options {
  readonly names: readonly string[]
  /** Option → its value; `true` where it takes none. */
  readonly given: ReadonlyMap<string, string | true>
}

/** Reads a command's words; a string says what is wrong with them. `takes`: option → whether a value follows it. */
export function readOptions(
  args: readonly string[],
  takes: Readonly<Record<string, boolean>>,
): Options | string {
  const names: string[] = []
  const given = new Map<string, string | true>()
  const rest = [...args]
  while (rest.length > 0) {
    const arg = rest.shift() ?? ''
    if (!arg.startsWith('-')) {
      names.push(arg)
      continue
    }
    const [option = '', joined] = arg.replace(/^--/u, '').split(/=(.*)/su)
    if (!Object.hasOwn(takes, option)) return `There is no option "${arg}".`
    const value = takes[option] ? (joined ?? rest.shift()) : true
    if (value === undefined) return `"--${option}" needs a value.`
    given.set(option, value)
  }
  return { names, given }
}
