import { flawOf, parseText, wrong } from './control.ts'
import { timeWords } from './date-words.ts'
import type { Kind } from './field.ts'
import { showInput } from './input-box.ts'
import { tidyShort } from './tidy.ts'

/** One box; stored `HH:MM`, as the clock on the wall shows it. */
export const timeKind: Kind = {
  name: 'time',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(field, input, prefix, tidyShort, (text) => {
      const value = readTime(text)
      return value === undefined
        ? wrong(flawOf(field, prefix, 'format'))
        : { status: 'value', value }
    }),
  typedOf: (_field, value, prefix) => ({ [prefix]: [timeWords(String(value))] }),
  show: (field, prefix, context) =>
    showInput(field, prefix, context, { width: '10', spellcheck: false }),
  summarise: (_field, value, { language }) => [timeWords(String(value), language)],
}

/** True of `HH:MM`, 00:00 to 23:59. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/u.test(text)
}

const NAMED: Readonly<Record<string, string>> = {
  noon: '12:00',
  midday: '12:00',
  '12noon': '12:00',
  '12midday': '12:00',
  midnight: '00:00',
  '12midnight': '00:00',
}

/** A time as people write it: `10:30`, `10.30am`, `1030`, `5 pm`, `noon`. Undefined where it is none, or could be two. */
export function readTime(text: string): string | undefined {
  const words = text.toLowerCase().replace(/\s+/gu, '')
  const named = Object.hasOwn(NAMED, words) ? NAMED[words] : undefined
  if (named) return named
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:([ap])\.?m\.?)?$/u.exec(words)
  // A bare "9" may be morning or evening.
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined
  const hour = hourOf(Number(match[1]), match[3])
  if (hour === undefined) return undefined
  const time = `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}`
  return isTime(time) ? time : undefined
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'p' ? 12 : 0)
}
