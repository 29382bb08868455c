import { isIsoDate } from './calendar.ts'
import { checkDay, dayTyped } from './date.ts'
import {
  type BoxesChecked,
  type BoxesRule,
  boxControls,
  boxesWrong,
  parseBoxes,
  showBoxes,
  type Texts,
} from './date-boxes.ts'
import { dateWords, timeWords } from './date-words.ts'
import type { Kind } from './field.ts'
import { isTime, readTime } from './time.ts'

const MOMENT_BOXES: BoxesRule = { boxes: ['day', 'month', 'year', 'time'], check: checkMoment }

/** Four boxes; stored `YYYY-MM-DDTHH:MM`, in the site's own time: nobody types a time zone. */
export const dateTimeKind: Kind = {
  name: 'date-time',
  controls: (_field, prefix) => boxControls(MOMENT_BOXES, prefix),
  parse: (field, input, prefix) => parseBoxes(MOMENT_BOXES, field, input, prefix),
  typedOf(_field, value, prefix) {
    const [date = '', time] = String(value).split('T')
    return { ...dayTyped(date, prefix), ...(time && { [`${prefix}-time`]: [timeWords(time)] }) }
  },
  show: (field, prefix, context) => showBoxes(MOMENT_BOXES, field, prefix, context),
  summarise(_field, value, { language }) {
    const [date = '', time] = String(value).split('T')
    const day = dateWords(date, language)
    return [time === undefined ? day : `${day}, ${timeWords(time, language)}`]
  },
}

/** True of `YYYY-MM-DDTHH:MM`. */
export function isDateTime(text: string): boolean {
  const [date = '', time = '', ...more] = text.split('T')
  return more.length === 0 && isIsoDate(date) && isTime(time)
}

function checkMoment(texts: Texts): BoxesChecked {
  const day = checkDay(texts)
  if (day.status === 'wrong') return day
  const time = readTime(texts.time ?? '')
  return time === undefined
    ? boxesWrong('format', 'time')
    : { status: 'value', value: `${day.value}T${time}` }
}
