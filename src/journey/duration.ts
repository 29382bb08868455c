const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
const UNITS: Readonly<Record<string, number>> = {
  second: SECOND,
  minute: 60 * SECOND,
  hour: 60 * 60 * SECOND,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
}

/** `90 days`, `1 hour`, `3 seconds` → milliseconds; a month is 30 days, a year 365. Undefined for anything else. */
export function readDuration(text: string): number | undefined {
  const match = /^(\d{1,6}) +(second|minute|hour|day|week|month|year)s?$/u.exec(text.trim())
  const unit = match && UNITS[match[2] ?? '']
  const amount = Number(match?.[1])
  return unit && amount > 0 ? amount * unit : undefined
}
