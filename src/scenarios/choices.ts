/** Remembers what was tried, so that the next walk tries what was tried least. */
export interface Choices {
  /**
   * One of the options that was taken least often so far in this place. Of equals the first time the earlier, later one
   * by chance, the same chance every time: places that have as many options are not to go hand in hand for ever.
   */
  pick<T extends string | number>(place: string, options: readonly T[]): T | undefined
  /** True the first time that it is asked. */
  isNew(name: string): boolean
}

export function createChoices(): Choices {
  const taken = new Map<string, number>()
  const asked = new Set<string>()
  const times = (place: string, option: string | number) => taken.get(`${place} ${option}`) ?? 0
  return {
    pick: (place, options) => {
      const least = Math.min(...options.map((option) => times(place, option)))
      const equals = options.filter((option) => times(place, option) === least)
      const found =
        equals[least === 0 ? 0 : chance(`${place} ${least} ${equals.length}`, equals.length)]
      if (found !== undefined) taken.set(`${place} ${found}`, least + 1)
      return found
    },
    isNew: (name) => !asked.has(name) && asked.add(name).size > 0,
  }
}

/** A number below `below` that only the words decide. */
function chance(words: string, below: number): number {
  let sum = 0
  for (const char of words) sum = (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0
  return (Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0) % below
}
