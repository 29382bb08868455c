import { engineWordsOf } from './engine-words.ts'

/** The day in words, "27 March 1951", in a language. What is no day comes back as it is. */
export function dateWords(date: string, language: string): string {
  return inWords(date, language, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** `2026-03` as "March 2026", in a language. */
export function monthWords(month: string, language: string): string {
  const words = inWords(`${month}-01`, language, { month: 'long', year: 'numeric' })
  return words === `${month}-01` ? month : words
}

/** `14:30` as "2:30pm"; "midday" and "midnight" by name (GOV.UK style). */
export function timeWords(time: string, language = 'en'): string {
  const words = engineWordsOf(language)
  if (time === '12:00') return words.midday
  if (time === '00:00') return words.midnight
  const [hours = '', minutes = ''] = time.split(':')
  const hour = Number(hours) % 12 || 12
  return `${hour}${minutes === '00' ? '' : `:${minutes}`}${Number(hours) < 12 ? 'am' : 'pm'}`
}

const MONTHS = [
  ['january', 'ionawr'],
  ['february', 'chwefror'],
  ['march', 'mawrth'],
  ['april', 'ebrill'],
  ['may', 'mai'],
  ['june', 'mehefin'],
  ['july', 'gorffennaf'],
  ['august', 'awst'],
  ['september', 'medi'],
  ['october', 'hydref'],
  ['november', 'tachwedd'],
  ['december', 'rhagfyr'],
] as const

/**
 * The number of a month that was typed as a number or as a name, English or Welsh, in full or cut to three letters
 * or more ("Sept", "Chwef."). Undefined where it is none, or could be two.
 */
export function readMonth(text: string): number | undefined {
  if (/^\d{1,2}$/u.test(text)) return Number(text)
  const name = text.toLowerCase().replace(/\.$/u, '')
  if (name.length < 3) return undefined
  const found = MONTHS.flatMap((names, index) =>
    names.some((month) => month.startsWith(name)) ? [index + 1] : [],
  )
  return found.length === 1 ? found[0] : undefined
}

const formats = new Map<string, Intl.DateTimeFormat>()

function inWords(date: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const moment = Date.parse(`${date}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date) || Number.isNaN(moment)) return date
  // English here is British: 27 March, not March 27.
  const locale = language === 'en' ? 'en-GB' : language
  const key = `${locale} ${options.day ?? ''}`
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  formats.set(key, format)
  return format.format(moment)
}
