import { madeOf } from '../answers/compute.ts'
import type { Json } from '../fields/field.ts'
import { fieldAt } from './fields.ts'
import type { Scope } from './scope.ts'

const MONEY = /^[£€$]$/u

/** A value in words; with pence, where it is made of money and no whole number. */
export function valueWords(key: string, value: Json, scope: Scope): string {
  if (typeof value !== 'number') return String(value)
  const { journey, language } = scope.world
  const isMoney = madeOf(key, journey).some((operand) =>
    MONEY.test(fieldAt(operand, scope)?.presentation.prefix ?? ''),
  )
  const places = isMoney && !Number.isInteger(value) ? 2 : 0
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    minimumFractionDigits: places,
    maximumFractionDigits: isMoney ? 2 : 10,
  }).format(value)
}
