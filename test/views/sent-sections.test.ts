import { describe, expect, test } from 'vitest'
import { rightsOf } from '../../src/admin/permissions.ts'
import type { Submission } from '../../src/answers/draft.ts'
import { sentSections } from '../../src/views/sent-sections.ts'
import type { Sent } from '../../src/views/sent-words.ts'
import { ADMIN, JOURNEY } from '../admin/sample-journey.ts'

const SENT: Submission = {
  id: 'case-1',
  reference: 'HDJ2-1001',
  journey: JOURNEY.id,
  hash: JOURNEY.hash,
  draft: 'draft-1',
  answers: {
    surname: 'Taylor',
    email: 'sam@example.com',
    recordHolder: 'other',
    helpers: [{ firstName: 'Ann' }, { firstName: 'Bob' }],
  },
  path: ['details', 'record', 'helpers/1', 'helpers/2', 'helpers/list', 'check'],
  submittedAt: 0,
  language: 'en',
  status: 'received',
  history: [],
  messages: [],
}

function sectionsOf(more: Partial<Submission> = {}, role = '*', madeWith = JOURNEY) {
  const rights = rightsOf([role], ADMIN)
  if (!rights) throw new Error(`no rights for ${role}`)
  const about: Sent = { submission: { ...SENT, ...more }, madeWith }
  return sentSections(about, rights).map(({ title, rows }) => [
    title,
    ...rows.map(({ key, lines }) => `${key}: ${lines.join(' / ')}`),
  ])
}

describe('the answers that were sent', () => {
  test('stand by section and item in the words that were asked, options by their titles', () => {
    expect(sectionsOf()).toEqual([
      ['About you', 'Surname: Taylor', 'Email address: sam@example.com', 'Telephone of Taylor: '],
      ['The record', 'Whose record?: Someone else’s'],
      ['Helper 1', 'First name: Ann'],
      ['Helper 2', 'First name: Bob'],
    ])
  })

  test('stand there once, though two steps ask the same', () => {
    const twice = { ...JOURNEY, steps: [...JOURNEY.steps], stepIndex: new Map(JOURNEY.stepIndex) }
    const [first] = JOURNEY.steps.filter(({ id }) => id === 'details')
    if (!first) throw new Error('no such step')
    twice.stepIndex.set('again', twice.steps.push({ ...first, id: 'again' }) - 1)
    const seen = sectionsOf({ path: ['details', 'again'] }, '*', twice).flat()
    expect(seen.filter((row) => row === 'Surname: Taylor')).toHaveLength(1)
  })

  test('never say what a shut answer was where it is masked', () => {
    const changes = [{ field: 'email', before: 'sam@example.com' }]
    const answered = { at: 1, press: 'p', changes }
    const one = {
      id: 'm',
      at: 0,
      move: 'ask',
      back: 'received',
      questions: [],
      reason: '',
      answered,
    }
    const { email: _shut, ...answers } = SENT.answers
    const submission = { ...SENT, answers, path: ['record'], more: [one] }
    const seenBy = (isMasked: boolean) =>
      JSON.stringify(
        sentSections(
          { submission, madeWith: JOURNEY },
          { maySee: () => true, isMasked: (name) => isMasked && name === 'email' },
        ),
      )
    expect(seenBy(false)).toContain('sam@example.com')
    expect(seenBy(true)).not.toContain('sam@example.com')
  })

  test('never hold a secret, though it were stored', () => {
    const answers = { ...SENT.answers, password: 'hunter2' }
    expect(JSON.stringify(sectionsOf({ answers }))).not.toContain('hunter2')
  })

  test('leave out what a role may not see, also inside a label and in a repeat', () => {
    const seen = sectionsOf({}, 'clerk')
    expect(seen).toEqual([['The record', 'Whose record?: Someone else’s']])
  })

  test('are all there although the definition has no place for one any more', () => {
    const answers = { ...SENT.answers, gone: ['a', 'b'] }
    expect(sectionsOf({ answers }).at(-1)).toEqual(['Other answers', 'gone: a, b'])
    expect(sectionsOf({ answers, path: [] }).at(-1)).toContain('Surname: Taylor')
  })

  test('are shown as they were sent where their own definition cannot be read', () => {
    const seen = sectionsOf({ hash: 'hash-then' })
    expect(seen.flat()).toContain('Whose record?: other')
  })
})
