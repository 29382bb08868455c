import type { AskedMore } from '../answers/asked-more.ts'
import type { Submission } from '../answers/draft.ts'
import type { ShownBlock } from '../answers/shown.ts'
import type { Json, Typed } from '../fields/field.ts'
import { filesKey, isFilesKey } from '../fields/file.ts'
import { fileSlotsOf } from '../fields/file-slots.ts'
import { kindOf } from '../fields/kinds.ts'
import { scopeAt } from '../flow/along.ts'
import { type FieldEntry, storedAt, withOptions } from '../flow/entries.ts'
import { saidField } from '../flow/said.ts'
import type { Scope } from '../flow/scope.ts'
import { escapeHtml, putWords } from '../flow/words.ts'
import type { Journey } from '../journey/journey.ts'
import type { ShownError } from './decision.ts'
import type { Engine } from './engine.ts'
import { inputOfPart, type Part, partsOf } from './more-parts.ts'
import { writePageToken } from './page-token.ts'

/** The page that asks a person some questions again. */
export interface ShownMore {
  readonly journey: Journey
  readonly reference: string
  readonly reason: string
  readonly token: string
  readonly blocks: readonly ShownBlock[]
  readonly errors: readonly ShownError[]
  readonly notices: readonly string[]
}

/** Whom is asked what, and what was answered so far. */
export interface MoreAt {
  readonly submission: Submission
  readonly asked: AskedMore
  readonly scope: Scope
  readonly session: string
}

export interface MoreOverlay {
  /** Keys of what is asked; left out: what staff picked. */
  readonly questions?: readonly string[]
  /** Those that the answers raised. */
  readonly raised?: readonly string[]
  readonly typed?: Typed | undefined
  readonly errors?: readonly ShownError[]
  readonly notices?: readonly string[]
}

/** The questions with the answers that they have now, or with what was typed. */
export function showMore(engine: Engine, at: MoreAt, overlay: MoreOverlay = {}): ShownMore {
  const { submission, asked, scope, session } = at
  const { raised = [], questions = asked.questions, errors = [], notices = [] } = overlay
  const shut = asked.questions.filter((key) => !questions.includes(key))
  const token = { session, draft: asked.id, press: 0, place: placeOf({ raised, shut }) }
  const parts = partsOf([...new Set([...questions, ...raised])], scope)
  return {
    journey: scope.world.journey,
    reference: submission.reference,
    reason: asked.reason,
    token: writePageToken(token, engine.services.secretKey),
    blocks: parts.flatMap((part) => blocksOf(part, scope, overlay)),
    errors,
    notices,
  }
}

/** How the page is named in its token, before the keys of what its answers raised and of what they shut. */
export const MORE = 'more'

/** What a page asks beside what staff picked, and what of that it does not: by keys. */
export interface MorePlace {
  readonly raised: readonly string[]
  readonly shut: readonly string[]
}

function placeOf({ raised, shut }: MorePlace): string {
  return [MORE, ...raised, ...shut.map((key) => `${SHUT}${key}`)].join(',')
}

export function readPlace(place: string): MorePlace {
  const keys = place.split(',').slice(1)
  return {
    raised: keys.filter((key) => !key.startsWith(SHUT)),
    shut: keys.flatMap((key) => (key.startsWith(SHUT) ? [key.slice(SHUT.length)] : [])),
  }
}

const SHUT = '-'

function blocksOf(part: Part, scope: Scope, { typed, errors = [] }: MoreOverlay) {
  const { place, prefix } = part
  const own = storedAt(place, scope.answers)
  const at = scopeAt(place, scope)
  const mine = typed && Object.fromEntries(inputOfPart(part, new Map(Object.entries(typed))))
  const wrong = errors.flatMap(({ control, text }) =>
    control?.startsWith(prefix) ? [{ control: control.slice(prefix.length), text }] : [],
  )
  const blocks = part.entries.map((entry) =>
    withPrefix(askedAgain(entry, at, { value: own[entry.field.name], typed: mine, wrong }), prefix),
  )
  const heading = headingOf(part, at)
  return heading === undefined ? blocks : [heading, ...blocks]
}

/** A question with the answer that it has, or with what was typed: what was left empty stays empty. */
function askedAgain(
  entry: FieldEntry,
  scope: Scope,
  now: {
    readonly value: Json | undefined
    readonly typed: Typed | undefined
    readonly wrong: readonly ShownError[]
  },
): ShownBlock {
  const asked = withOptions(entry, scope) ?? entry
  const { title, description, group } = asked
  const field = saidField(asked, scope)
  const kind = kindOf(field.kind)
  const names = [
    ...kind.controls(field, field.name),
    ...fileSlotsOf([field]).map(({ control }) => filesKey(control)),
  ]
  const answered = now.value === undefined ? {} : kind.typedOf(field, now.value, field.name)
  // What was typed says nothing of files that were there before.
  const files = Object.entries(answered).filter(([name]) => isFilesKey(name))
  const shown = now.typed ? { ...Object.fromEntries(files), ...now.typed } : answered
  const typed = Object.entries(shown).filter(([name]) => names.includes(name))
  const errors = now.wrong.flatMap(({ control = '', text }) =>
    names.includes(control) || control === field.name ? [[control, text]] : [],
  )
  const hint = description ? putWords(description, scope) : field.hint
  return {
    is: 'field',
    field,
    label: title ? putWords(title, scope) : field.title,
    ...(hint !== undefined && { hint }),
    typed: Object.fromEntries(typed),
    errors: Object.fromEntries(errors),
    readOnly: false,
    shown: [],
    ...(group && { group: putWords(group, scope) }),
  }
}

/** What a step is called says whose name or address is meant. */
function headingOf({ place }: Part, scope: Scope): ShownBlock | undefined {
  const { step, item, list } = place
  if (list) return undefined
  const field = scope.world.journey.fields.get(step.repeat ?? '')
  const of = item === undefined ? '' : `${field?.presentation.item ?? field?.title ?? ''} ${item}`
  const title = step.title ? putWords(step.title, scope) : ''
  const words = [of, title].filter((text) => text !== '').join(': ')
  if (words === '') return undefined
  return {
    is: 'content',
    html: `<h2>${escapeHtml(words.charAt(0).toUpperCase() + words.slice(1))}</h2>`,
  }
}

/** A block whose controls have a prefix: the same question of several items stands on one page. */
function withPrefix(block: ShownBlock, prefix: string): ShownBlock {
  if (block.is !== 'field' || prefix === '') return block
  const renamed = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [`${prefix}${name}`, value]))
  return {
    ...block,
    field: { ...block.field, name: `${prefix}${block.field.name}` },
    typed: renamed(block.typed),
    errors: renamed(block.errors),
  }
}
