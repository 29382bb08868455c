/** A day in the calendar as ISO 8601, `YYYY-MM-DD`; undefined where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (!Number.isInteger(day) || day < 1 || day > daysIn(year, month)) return undefined
  return format(year, month, day)
}

/** True of a day that there is, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  return partsOf(text) !== undefined
}

/**
 * So many days, months or years later (before 0: earlier). Where the month is too short, its last day:
 * 29 February plus a year is 28 February (FORMAT.md, Conditions). Undefined for what is no day, and
 * outside the years 1 to 9999.
 */
export function shiftDate(
  date: string,
  amount: number,
  unit: 'days' | 'months' | 'years',
): string | undefined {
  const parts = partsOf(date)
  if (!parts) return undefined
  if (unit === 'days') return shiftDays(parts, amount)
  const months = parts.year * 12 + (parts.month - 1) + amount * (unit === 'years' ? 12 : 1)
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return isoDate(year, month, Math.min(parts.day, daysIn(year, month)))
}

interface Clock {
  readonly format: Intl.DateTimeFormat
  /** The minute that was asked for last, and its date: dates change at whole minutes only. */
  minute: number
  date: string
}
const clocks = new Map<string, Clock>()

/** The date in a time zone at a moment (milliseconds since 1970). */
export function todayIn(timeZone: string, now: number): string {
  let clock = clocks.get(timeZone)
  if (!clock) {
    // Sweden writes its dates as ISO 8601 does.
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    clock = { format, minute: Number.NaN, date: '' }
    clocks.set(timeZone, clock)
  }
  const minute = Math.floor(now / 60_000)
  if (clock.minute !== minute) {
    clock.minute = minute
    clock.date = clock.format.format(now)
  }
  return clock.date
}

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function partsOf(text: string): DateParts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isoDate(year, month, day) === undefined ? undefined : { year, month, day }
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function shiftDays({ year, month, day }: DateParts, amount: number): string | undefined {
  const moment = new Date(0)
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  moment.setUTCFullYear(year, month - 1, day + amount)
  return isoDate(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate())
}

function format(year: number, month: number, day: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}
