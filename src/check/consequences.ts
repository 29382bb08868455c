import { hasErrors, type Problem } from '../journey/problem.ts'

/**
 * The problems without those that only follow from others: each mistake is told once, where it was made. What is held back
 * comes up again if it is still there when the others are mended.
 */
export function withoutConsequences(problems: readonly Problem[]): readonly Problem[] {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const has = (codes: RegExp) => errors.some(({ code }) => codes.test(code))
  // A key, a name or a part that is wrong has no translation under that name.
  const isRenamed = errors.some((one) => /^FP0[1-4]/u.test(one.code) && !isOfLocale(one))
  // What leads nowhere, or round and round, leads to none of the steps behind.
  const isCutOff = has(/^FP080[238]$/u)
  // What a task is of cannot be told where its section cannot.
  const isTaskless = errors.some((one) => /^FP0(?:201|310)$/u.test(one.code) && !isOfTask(one))
  const isUntyped = errors.some(isOfType)
  const isTorn = errors.some(({ code, message }) => code === 'FP0102' && TORN.test(message))
  const isUnread = has(/^FP0(?:1|2|30[14])/u)
  // Nothing is known of answers whose file could not be read.
  const isBlind = errors.some(
    ({ code, file }) => code === 'FP0101' && file.endsWith('/schema.json'),
  )
  const kept = problems.filter(
    (one) =>
      !(isRenamed && isOfLocale(one)) &&
      !(isCutOff && one.code === 'FP0801') &&
      !(isTaskless && isOfTask(one)) &&
      !(isBlind && one.code.startsWith('FP05')) &&
      // Parts that run into one another name what is not theirs.
      !(isTorn && !one.code.startsWith('FP01')) &&
      // What could not be read may give the fact.
      !(isUnread && one.code.startsWith('FP072')) &&
      // A field of an unknown type may have it.
      !(isUntyped && isNameless(one)) &&
      // What could not be read may use it.
      !(errors.length > 0 && /^FP0(?:208|716)$/u.test(one.code)) &&
      !errors.some((other) => explains(other, one)),
  )
  return hasErrors(kept) ? onePerName(kept) : kept
}

/** What could not be read, or names nothing, says all there is to say of its spot. */
function explains(one: Problem, other: Problem): boolean {
  // What goes to nobody is not read for what it says.
  if (one.code === 'FP0705' && other.code === 'FP0744')
    return one.file === other.file && one.line === other.line
  const isFirst =
    /^FP0(?:[1-3]|408)/u.test(one.code) && one.code.slice(0, 4) < other.code.slice(0, 4)
  return isFirst && placeOf(one) === placeOf(other)
}

function placeOf({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`
}

function isOfType({ code, message }: Problem): boolean {
  return code === 'FP0403' || (code === 'FP0204' && message.endsWith('is not one of the types.'))
}

/** A field that there is not, and that none is near to. */
function isNameless({ code, help }: Problem): boolean {
  return (code === 'FP0302' || code === 'FP0316') && !help.startsWith('Did you mean')
}

const TORN = /so do keys behind it/u

function isOfTask({ code, message }: Problem): boolean {
  return code === 'FP0310' && message.startsWith('There is no task')
}

/** Words that are not there in another language, or are there for nothing. */
function isOfLocale({ code, file }: Problem): boolean {
  return /^FP060[79]$/u.test(code) || (code === 'FP0201' && /\/locales\/\w+\.yaml$/u.test(file))
}

/** Codes of names that there are not. */
const UNKNOWN_NAME = /^FP03(?:0[1-9]|1[0-8])$/u

/** A name that there is not is told once, where it stands first; its remedy says where else it stands. */
function onePerName(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem[]>()
  for (const one of problems) {
    const name = UNKNOWN_NAME.test(one.code) ? /"([^"]+)"/u.exec(one.message)?.[1] : undefined
    const key = name === undefined ? JSON.stringify(one) : `${one.code} ${name}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    if (others.length === 0) return [first]
    const places = others.map(({ file, line }) =>
      file === first.file ? `line ${line}` : `${file}:${line}`,
    )
    const also = `It stands in ${[...new Set(places)].join(', ')} too.`
    return [{ ...first, help: `${first.help} ${also}`.trim() }]
  })
}
