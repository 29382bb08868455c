import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Operand } from './condition.ts'
import { helpWith, meantOf } from './nearest.ts'
import type { ProblemKind, Report } from './problem.ts'
import type { Spot } from './tree.ts'
import type { Unreadable } from './unreadable.ts'

/** The names that may be used in one place of a definition. */
export interface Names {
  readonly fields: ReadonlyMap<string, Field>
  /** In a repeat: the parts of an item. They come before the journey's fields. */
  readonly item?: ReadonlyMap<string, Field>
  /** In a repeat that has one item for each of another list: the parts of that one's item. */
  readonly earlier?: ReadonlyMap<string, Field>
  /** Fact → what it carries. */
  readonly facts: ReadonlyMap<string, ReadonlySet<string>>
  readonly account: ReadonlySet<string>
  readonly invitation: ReadonlySet<string>
  readonly given: ReadonlySet<string>
  readonly config: ReadonlySet<string>
  /** Numbers of `values:`, each as the field that it would be. */
  readonly values: ReadonlyMap<string, Field>
  /** Fields that no step asks for: their answers are never given. */
  readonly unasked: ReadonlySet<string>
  /** Fields of which too little could be read. */
  readonly unreadable: Unreadable
  /** What the engine gives here: `reference`, `today`, `item.number`; in a message also its own words. */
  readonly engine: ReadonlySet<string>
  /** In moves of admin.yaml: what `$submission.<key>` may name, and the fields that the move asks for. */
  readonly submission?: ReadonlyMap<string, Field | undefined>
  readonly asked?: ReadonlyMap<string, Field>
}

export type NameUse = 'condition' | 'words' | 'with' | 'prefill'

export type Resolved =
  | { readonly operand: Operand; readonly field?: Field }
  | { readonly problem: ProblemKind; readonly message: string; readonly help: string }

const KEYED = ['account', 'invitation', 'given', 'config'] as const
export const SOURCES = ['fact', ...KEYED, 'query'] as const

/** A field's name, a path into one, or a source (FORMAT.md, Sources and words) → what it stands for. */
export function resolveName(name: string, names: Names, use: NameUse): Resolved {
  const [head = '', ...rest] = name.split('.')
  if (names.asked?.has(name)) return withField({ from: 'asked', key: name }, names.asked.get(name))
  if (names.submission && head === 'submission')
    return resolveSubmission(rest.join('.'), names.submission, names.unreadable)
  const field = use === 'prefill' ? undefined : fieldAt(head, rest, names)
  if (field || isUnread(head, names, use))
    return withField({ from: 'answer', path: [head, ...rest] }, field)
  if (use !== 'prefill' && names.values.has(name))
    return withField({ from: 'value', key: name }, names.values.get(name))
  if (use !== 'condition' && names.engine.has(name))
    return { operand: { from: 'engine', key: name } }
  return resolveSource(head, rest, names, use) ?? unknownName(name, head, rest, names, use)
}

function resolveSource(
  head: string,
  rest: readonly string[],
  names: Names,
  use: NameUse,
): Resolved | undefined {
  if (head === 'fact') return resolveFact(rest, names, use)
  if (head === 'query') return resolveQuery(rest, use)
  // Staff's own account is no source of a move: the case's is `submission.account`.
  if (head === 'account' && names.submission)
    return unknown(
      PROBLEMS.unknownSource,
      `"${['account', ...rest].join('.')}" is not known in a move.`,
      'Write "$submission.account" for the account of who sent it.',
    )
  if (head === 'account' && rest.length === 0 && use === 'with')
    return { operand: { from: 'account' } }
  const source = KEYED.find((one) => one === head)
  return source && resolveKey(source, rest.join('.'), names)
}

/** A field that is there, though nothing is known of it; sources are no fields. */
function isUnread(head: string, names: Names, use: NameUse): boolean {
  const isSource =
    use === 'prefill' || SOURCES.some((one) => one === head) || names.engine.has(head)
  return (
    !isSource && !names.fields.has(head) && !names.item?.has(head) && names.unreadable.has(head)
  )
}

function withField(operand: Operand, field: Field | undefined): Resolved {
  return { operand, ...(field && { field }) }
}

function fieldAt(head: string, rest: readonly string[], names: Names): Field | undefined {
  const start = names.item?.get(head) ?? names.earlier?.get(head) ?? names.fields.get(head)
  return rest.reduce<Field | undefined>(
    (field, part) => field?.parts.find((one) => one.name === part),
    start,
  )
}

function resolveFact(
  [fact, key, ...more]: readonly string[],
  names: Names,
  use: NameUse,
): Resolved {
  const carries = fact === undefined ? undefined : names.facts.get(fact)
  if (fact === undefined || !carries)
    return unknown(
      PROBLEMS.unknownFact,
      `There is no fact "${fact ?? ''}".`,
      helpWith(fact ?? '', names.facts.keys(), 'facts'),
    )
  if (key === undefined && use === 'with') return { operand: { from: 'fact', fact } }
  if (key === undefined)
    return unknown(
      PROBLEMS.unknownSource,
      `"fact.${fact}" needs a key here.`,
      `Write "fact.${fact}.<key>". ${helpWith('', carries, 'keys')}`,
    )
  if (more.length > 0 || !carries.has(key))
    return unknown(
      PROBLEMS.unknownSource,
      `The fact "${fact}" carries no "${[key, ...more].join('.')}".`,
      helpWith(key, carries, 'keys'),
    )
  return { operand: { from: 'fact', fact, key } }
}

function resolveQuery(rest: readonly string[], use: NameUse): Resolved {
  const key = rest.join('.')
  if (use !== 'prefill')
    return unknown(
      PROBLEMS.unknownSource,
      '"query" may be read by a prefill only.',
      'Ask for it in a field that is prefilled with it.',
    )
  if (!/^\w+$/u.test(key))
    return unknown(PROBLEMS.unknownSource, '"query" needs a key.', 'Write "query.<key>".')
  return { operand: { from: 'query', key } }
}

function resolveKey(source: (typeof KEYED)[number], key: string, names: Names): Resolved {
  const keys = names[source]
  if (keys.has(key)) return { operand: { from: source, key } }
  const message = key === '' ? `"${source}" needs a key here.` : `There is no "${source}.${key}".`
  return unknown(PROBLEMS.unknownSource, message, `${WHERE[source]} ${helpWith(key, keys, 'keys')}`)
}

const WHERE: Readonly<Record<string, string>> = {
  account: 'The account has what the fact of signing in carries.',
  invitation: '"invitation: { carries: […] }" says what an invitation holds.',
  given: '"takes:" says what a calling journey hands over.',
  config: 'These are the keys of _site.yaml.',
}

function resolveSubmission(
  key: string,
  keys: ReadonlyMap<string, Field | undefined>,
  unreadable: Unreadable,
): Resolved {
  if (keys.has(key) || unreadable.has(key))
    return withField({ from: 'submission', key }, keys.get(key))
  return unknown(
    PROBLEMS.unknownSource,
    `A submission has no "${key}".`,
    helpWith(key, keys.keys(), 'keys'),
  )
}

function noSource(name: string, head: string, rest: readonly string[]): Resolved {
  const help = `${sourceMeant(head, rest)}A source is one of ${SOURCES.map((one) => `${one}.<…>`).join(', ')}, without "$".`
  return unknown(PROBLEMS.unknownSource, `"${name}" is not a source.`, help)
}

/** "accunt.email": the first word was meant as a source. */
function sourceMeant(head: string, rest: readonly string[]): string {
  const source = meantOf(head, SOURCES)
  return source === undefined ? '' : `Did you mean "${[source, ...rest].join('.')}"? `
}

function unknownName(
  name: string,
  head: string,
  rest: readonly string[],
  names: Names,
  use: NameUse,
): Resolved {
  if (use === 'prefill') return noSource(name, head, rest)
  const start = names.item?.get(head) ?? names.earlier?.get(head) ?? names.fields.get(head)
  const parts = start?.parts.map((part) => `${head}.${part.name}`) ?? []
  if (start && rest.length > 0)
    return unknown(
      PROBLEMS.unknownField,
      `The field "${head}" has no part "${rest.join('.')}".`,
      helpWith(name, parts, 'parts'),
    )
  const engine = use === 'condition' ? [] : names.engine
  const asked = names.asked?.keys() ?? []
  const own = [
    ...(names.item?.keys() ?? []),
    ...(names.earlier?.keys() ?? []),
    ...names.fields.keys(),
    ...names.values.keys(),
  ]
  const what = names.asked ? 'names' : 'fields'
  const help = helpWith(name, [...asked, ...own, ...engine], what)
  const meant = help.startsWith('Did') ? '' : sourceMeant(head, rest)
  return unknown(PROBLEMS.unknownField, `There is no field "${name}".`, `${meant}${help}`)
}

function unknown(problem: ProblemKind, message: string, help: string): Resolved {
  return { problem, message, help }
}

/** Reports the use of an answer that no step asks for: it is never given. */
export function reportUnasked(operand: Operand, at: Spot, names: Names, report: Report): void {
  const first = operand.from === 'answer' ? (operand.path[0] ?? '') : ''
  if (!names.unasked.has(first) || names.item?.has(first) || names.earlier?.has(first)) return
  const help = 'Ask for it on a step before, or take it out.'
  report(
    PROBLEMS.neverAsked,
    at,
    `No step asks for "${first}", so that it is never answered.`,
    help,
  )
}
