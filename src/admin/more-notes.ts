import type { AnswerChange } from '../answers/asked-more.ts'
import type { StatusChange } from '../answers/draft.ts'
import type { Field } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { HistoryEntry } from '../views/admin-case.ts'
import { plainWords } from '../views/sent-words.ts'
import type { Case } from './find-case.ts'
import type { Rights } from './permissions.ts'

/** What a person was asked again, or what they changed, at this point of a case's history; only of what may be seen. */
export function moreNotes(
  { submission, madeWith }: Case,
  { at, by }: StatusChange,
  rights: Rights,
): HistoryEntry['notes'] {
  const { more = [] } = submission
  if (by !== undefined) {
    const asked = more.find((one) => one.at === at)
    const lines = asked?.questions.flatMap((key) => titleAt(key, madeWith, rights) ?? []) ?? []
    return lines.length > 0 ? [{ title: 'Asked again:', lines }] : []
  }
  const answered = more.find((one) => one.answered?.at === at)?.answered
  if (!answered) return []
  const changes = answered.changes.filter(({ array, field }) => {
    const name = array ?? field
    return rights.maySee(name) && !rights.isMasked(name)
  })
  if (answered.changes.length === 0)
    return [{ title: 'Nothing was changed.', lines: ['They sent the same answers again.'] }]
  return changes.map((change) => noteOf(change, fieldOf(change, madeWith)))
}

function noteOf(change: AnswerChange, field: Field | undefined): HistoryEntry['notes'][number] {
  const { before, after, item } = change
  const words = (value: AnswerChange['before']) => {
    if (value === undefined) return 'not provided'
    if (!field || field.kind === 'repeat') return plainWords(value)
    return kindOf(field.kind).summarise(field, value, { language: 'en' }).join(', ')
  }
  const title = titleOf(field, change.field)
  return {
    title: item === undefined ? title : `${title} (${item})`,
    lines: [`New answer: ${words(after)}`, `Before: ${words(before)}`],
  }
}

function fieldOf({ array, field }: AnswerChange, { fields }: Case['madeWith']): Field | undefined {
  if (array === undefined) return fields.get(field)
  return partOf(fields.get(array), field)
}

function titleAt(key: string, { fields, steps }: Case['madeWith'], rights: Rights) {
  const [place = '', name = ''] = key.split(':')
  const [id, item] = place.split('/')
  const array = steps.find((step) => step.id === id)?.repeat
  if (!rights.maySee(array ?? name)) return undefined
  const field = array === undefined ? fields.get(name) : partOf(fields.get(array), name)
  return item === undefined ? titleOf(field, name) : `${titleOf(field, name)} (${item})`
}

function titleOf(field: Field | undefined, name: string): string {
  return (field?.title ?? name).replace(/ \(optional\)$/u, '')
}

function partOf(array: Field | undefined, name: string): Field | undefined {
  return array?.parts.find((part) => part.name === name)
}
