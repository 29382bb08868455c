import type { Value } from '../journey/condition.ts'
import type { Journey } from '../journey/journey.ts'
import { journeysCalled } from './journey-calls.ts'
import { allCallsOf, type Check, type Subject } from './subject.ts'

const LITERAL = { code: 'FP0717', severity: 'warning' } as const

/** `note: note`, where the answer "note" was meant: its name goes, and not what was answered. */
export const checkLiteralNames: Check = (subject) => {
  const { journey } = subject
  for (const call of allCallsOf(journey)) checkValues(call.with, asked(journey, call), subject)
  for (const { part } of journeysCalled(journey))
    if ('with' in part) checkValues(part.with, asked(journey), subject)
}

function asked({ fields, admin }: Journey, call?: object): ReadonlySet<string> {
  const move = admin.moves.find(({ run }) => run.some((one) => one === call))
  return new Set(move ? move.asks.map(({ name }) => name) : fields.keys())
}

/** `"Hello $name"`, `"Hello {name}"`: nothing is put into a literal. */
function reportWithin(
  value: Value,
  names: ReadonlySet<string>,
  { marks, report }: Pick<Subject, 'marks' | 'report'>,
): void {
  const text = value.from === 'literal' && typeof value.value === 'string' ? value.value : ''
  const at = marks.get(value)
  for (const [written, inBraces, behindSign] of text.matchAll(/\{(\w+)\}|\$([A-Za-z]\w*)/gu)) {
    const name = inBraces ?? behindSign ?? ''
    if (!at || !names.has(name)) continue
    report(
      LITERAL,
      at,
      `This gives the words "${written}" as they are, and not the answer of that name.`,
      `Write "$${name}" alone for the answer; words around it belong to where it is said.`,
    )
    return
  }
}

function checkValues(
  values: Readonly<Record<string, Value>>,
  names: ReadonlySet<string>,
  { marks, report }: Subject,
): void {
  for (const [key, value] of Object.entries(values)) {
    reportWithin(value, names, { marks, report })
    const word = value.from === 'literal' ? value.value : undefined
    const at = typeof word === 'string' && names.has(word) && marks.get(value)
    // A word in small letters may be meant as itself.
    if (at && (word === key || /[a-z][A-Z]/u.test(String(word))))
      report(
        LITERAL,
        at,
        `This gives the word "${word}", and not the answer of that name.`,
        `Write "$${word}" if the answer is meant.`,
      )
  }
}
