import { ANY_FILES, type FileRule, fileRulesOf } from '../engine/take-files.ts'
import { urls } from '../urls.ts'
import type { HttpDeps } from './context.ts'

/** What a page takes: of each of its controls how many files, and how large. */
export interface UploadRules {
  /** What the token of such a page says of its place. */
  isPlace(place: string): boolean
  /** Undefined: no files are put there. */
  ruleOf(control: string): FileRule | undefined
  /** A body that is larger is not read to its end: bytes. */
  readonly mostInAll: number
}

/** Beyond what is taken so much more is read, so that the page can say which file is too large: bytes. */
const TO_SAY_SO = 8 * 1024 * 1024
const FIELDS = 64 * 1024
const MORE_FILES = 4

/** The rules of the page that a path names; undefined: it has no box for files, and takes none (R-WEB-23). */
export function uploadRulesOf({ engine }: HttpDeps, path: string): UploadRules | undefined {
  const [, first = '', second = '', ...rest] = path.split('/')
  if (path === urls.accountMore(rest[0] ?? '') && `/${first}` === urls.account) return MORE_RULES
  const journey = engine.journeys.get(first)
  const step = journey?.steps[journey.stepIndex.get(second) ?? -1]
  const rules = step ? fileRulesOf(step) : new Map<string, FileRule>()
  if (rules.size === 0) return undefined
  const wanted = [...rules.values()].reduce((sum, { most, count }) => sum + most * count, 0)
  return {
    isPlace: (place) => place === [second, ...rest].join('/'),
    ruleOf: (control) => rules.get(control),
    mostInAll: FIELDS + 2 * wanted + TO_SAY_SO,
  }
}

/** Where staff ask again it is not known here what they ask: the questions themselves check what came. */
const MORE_RULES: UploadRules = {
  isPlace: (place) => /^more(?:,|$)/u.test(place),
  ruleOf: () => ANY_FILES,
  mostInAll: FIELDS + MORE_FILES * ANY_FILES.most,
}
