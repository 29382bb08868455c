import { dateInWords, todayIn } from '../answers/dates.ts'
import { timeWords } from '../fields/date-words.ts'
import { wordsOf } from './words.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The time of day of a moment in words: "2:30pm", in a time zone and a language. */
export function clockInWords(at: number, timeZone: string, language = 'en'): string {
  let clock = clocks.get(timeZone)
  if (!clock) {
    // Sweden writes its times as ISO 8601 does.
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' })
    clocks.set(timeZone, clock)
  }
  return timeWords(clock.format(at), language)
}

/** A moment (milliseconds since 1970) in words: "3 May 2026 at 2:30pm", in a time zone and a language. */
export function momentInWords(at: number, timeZone: string, language = 'en'): string {
  const day = dateInWords(todayIn(timeZone, at), language)
  return `${day} ${wordsOf(language).at} ${clockInWords(at, timeZone, language)}`
}

/** The day of a moment, there. */
export function dayInWords(at: number, timeZone: string, language = 'en'): string {
  return dateInWords(todayIn(timeZone, at), language)
}
