import { isIsoDate } from './calendar.ts'
import { isCode } from './code.ts'
import { isDateTime } from './date-time.ts'
import { isEmail } from './email.ts'
import { isMonth } from './month-year.ts'
import { isNationalInsuranceNumber } from './national-insurance-number.ts'
import { isPhone } from './phone.ts'
import { isPostcode } from './postcode.ts'
import { isTime } from './time.ts'
import { isUrl } from './url.ts'

/** The formats of FORMAT.md: what an answer looks like when it is stored, tidied. */
export const ANSWER_FORMATS: Readonly<Record<string, (text: string) => boolean>> = Object.freeze({
  email: isEmail,
  phone: isPhone,
  postcode: isPostcode,
  url: isUrl,
  password: () => true,
  code: isCode,
  'national-insurance-number': isNationalInsuranceNumber,
  date: isIsoDate,
  'month-year': isMonth,
  time: isTime,
  'date-time': isDateTime,
})
