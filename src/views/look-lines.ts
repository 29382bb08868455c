import { dateInWords, todayIn } from '../answers/dates.ts'
import { clockInWords } from './moment.ts'
import { wordsOf } from './words.ts'

/** A member of staff has opened a request. Who they are tells only one from another. */
export interface Look {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: string
  readonly roles: readonly string[]
}

/** When a request was looked at, in words: a line a day, newest first, in a time zone. By role, never by name. */
export function lookLines(
  looks: readonly Look[],
  timeZone: string,
  language = 'en',
): readonly string[] {
  const words = wordsOf(language).account
  const days = new Map<string, Look[]>()
  for (const look of looks.toSorted((one, other) => other.at - one.at)) {
    const day = todayIn(timeZone, look.at)
    days.set(day, [...(days.get(day) ?? []), look])
  }
  return [...days].map(([day, own]) => {
    const last = clockInWords(own[0]?.at ?? 0, timeZone, language)
    const people = new Set(own.map(({ by }) => by)).size
    const line = words.looked(dateInWords(day, language), own.length, last, people)
    return `${line}${rolesIn(own)}`
  })
}

function rolesIn(looks: readonly Look[]): string {
  const roles = new Set(looks.flatMap((look) => look.roles))
  roles.delete('*')
  return roles.size === 0 ? '' : ` (${[...roles].sort().join(', ')})`
}
