import type { Value } from '../journey/condition.ts'
import { allCallsOf, type Check } from './subject.ts'

const KEY = { code: 'FP0715', severity: 'error' } as const

const SIGNS: readonly RegExp[] = [
  /^(?:sk|pk|rk|re|whsec|xox[abp]|ghp|gho|glpat|key|api)[_-][\w-]{12,}$/u,
  /^AKIA[0-9A-Z]{16}$/u,
  /^eyJ[\w-]{8,}\.[\w-]+/u,
  /^(?:Bearer|Basic) \S{8,}$/u,
  /^https?:\/\/[^/\s]*:[^/\s]*@/u,
  /^https?:\/\/\S*[?&](?:sig|signature|x-amz-signature|token|access_token|api[_-]?key|key|secret|code|hmac)=/iu,
  /^https:\/\/hooks\.slack\.com\/services\//u,
  /^-----BEGIN /u,
]

/** A literal that looks like a key or a signed address: definitions are no place for secrets. */
export const checkLiterals: Check = ({ journey, marks, report }) => {
  const visit = (value: Value) => {
    if (value.from === 'map') Object.values(value.entries).forEach(visit)
    else if (value.from === 'list') value.items.forEach(visit)
    else if (
      value.from === 'literal' &&
      typeof value.value === 'string' &&
      looksSecret(value.value)
    ) {
      const at = marks.get(value)
      if (at)
        report(
          KEY,
          at,
          'This looks like a key or a signed address, and definitions are no place for those.',
          'Use "$config.<key>".',
        )
    }
  }
  for (const call of allCallsOf(journey)) Object.values(call.with).forEach(visit)
}

function looksSecret(text: string): boolean {
  if (SIGNS.some((sign) => sign.test(text))) return true
  const isLong = /^[A-Za-z0-9+/=_-]{32,}$/u.test(text)
  return isLong && /\d/u.test(text) && /[A-Za-z]/u.test(text)
}
