/** Remembers what was tried, so that the next walk tries what was tried least. */
export interface Choices {
  /** One of the options that was taken least often so far in this place; the earlier of equals. */
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
      const found = options.find((option) => times(place, option) === least)
      if (found !== undefined) taken.set(`${place} ${found}`, least + 1)
      return found
    },
    isNew: (name) => !asked.has(name) && asked.add(name).size > 0,
  }
}
