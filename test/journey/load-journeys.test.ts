import { describe, expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import type { Words } from '../../src/journey/condition.ts'
import type { Journey, Step } from '../../src/journey/journey.ts'
import { loadJourneys, RESERVED_IDS } from '../../src/journey/load-journeys.ts'
import { urls } from '../../src/urls.ts'
import { checked, formsEdited, formsWith, soundForms } from '../check/sound-forms.ts'

const loaded = loadJourneys(soundForms, actions)

function journeyNamed(id: string): Journey {
  const journey = loaded.journeys.find((one) => one.id === id)?.journey
  if (!journey) throw new Error(`${id} is broken`)
  return journey
}
const permit = journeyNamed('permit')
const signIn = journeyNamed('sign-in')
const stepOf = (journey: Journey, id: string): Step => {
  const step = journey.steps[journey.stepIndex.get(id) ?? -1]
  if (!step) throw new Error(`no step ${id}`)
  return step
}
const said = (words: Words | undefined) => words?.parts

describe('a compiled journey', () => {
  it('has its steps in order, beginning with the first', () => {
    expect(permit.start).toBe('start')
    expect(permit.steps.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'start content',
      'log-in content',
      'kind question',
      'visitor content',
      'you question',
      'details question',
      'vehicle question',
      'vehicle-fuel question',
      'agree question',
      'check-answers check-answers',
      'done confirmation',
    ])
  })

  it('leads to the step that follows where nothing else is said, and ends with a confirmation', () => {
    expect(stepOf(permit, 'start').next).toEqual([{ to: 'log-in', follows: true }])
    expect(stepOf(permit, 'done').next).toEqual([])
    expect(stepOf(permit, 'start').buttons.map(({ id, label }) => [id, label.parts])).toEqual([
      ['continue', ['Continue']],
    ])
    expect(stepOf(permit, 'done').buttons).toEqual([])
  })

  it('has no title where its only field has one', () => {
    expect(stepOf(permit, 'kind').title).toBeUndefined()
    expect(said(stepOf(permit, 'check-answers').title)).toEqual(['Check your answers'])
  })

  it('carries a section on until another is named', () => {
    expect(permit.steps.map(({ section }) => section)).toEqual([
      undefined,
      undefined,
      ...Array(4).fill('you'),
      ...Array(5).fill('car'),
    ])
  })

  it('puts answers and sources into words, after the Markdown', () => {
    expect(said(stepOf(permit, 'vehicle').title)).toEqual([
      'Vehicle ',
      { from: 'engine', key: 'item.number' },
    ])
    expect(stepOf(permit, 'done').content).toEqual({
      format: 'html',
      parts: [
        '<p class="govuk-body">Your reference is <strong>',
        { from: 'engine', key: 'reference' },
        '</strong>.</p>',
      ],
    })
    expect(said(stepOf(permit, 'visitor').content)).toContainEqual({
      from: 'config',
      key: 'helpLine',
    })
  })

  it('asks the parts of an item in the steps of a repeat', () => {
    const [first, second] = [stepOf(permit, 'vehicle'), stepOf(permit, 'vehicle-fuel')]
    expect([first.repeat, first.repeatFirst]).toEqual(['vehicles', 'vehicle'])
    expect([second.repeat, second.repeatFirst]).toEqual(['vehicles', 'vehicle'])
    expect(second.when).toEqual({
      is: 'test',
      of: { from: 'answer', path: ['make'] },
      test: { test: 'schema', schema: { minLength: 2 } },
    })
  })

  it('asks for all of an item where a step names the repeat alone', () => {
    const files = formsEdited(
      'permit/flow.yaml',
      '    repeat: vehicles\n    title: Vehicle {item.number}\n    fields: [make]\n  vehicle-fuel:\n    repeat: vehicles\n    title: The fuel of {make}\n    fields: [fuel]\n    when: { make: { minLength: 2 } }\n',
      '    fields: [vehicles]\n',
    )
    const { journeys } = loadJourneys(files, actions)
    const journey = journeys.find((one) => one.id === 'permit')?.journey as Journey
    const step = stepOf(journey, 'vehicle')
    expect(step.repeat).toBe('vehicles')
    expect(step.entries.map((entry) => (entry.is === 'field' ? entry.field.name : ''))).toEqual([
      'make',
      'fuel',
    ])
    expect(said(step.title)).toEqual(['Vehicle ', { from: 'engine', key: 'item.number' }])
  })

  it('has fields with their kinds, `$ref` followed and what stands beside it on top', () => {
    const kinds = [...permit.fields.values()].map(({ name, kind }) => `${name} ${kind}`)
    expect(kinds).toEqual([
      'kind radios',
      'age number',
      'name name',
      'born date',
      'colours checkboxes',
      'insured yes-no',
      'phone phone',
      'note textarea',
      'plate text',
      'licence file',
      'vehicles repeat',
      'agreed declaration',
    ])
    const name = permit.fields.get('name')
    expect(name).toMatchObject({
      title: 'What is your name?',
      required: true,
      presentation: { subject: 'self', data: 'personal' },
      parts: [{ name: 'first' }, { name: 'last' }],
    })
    expect(name?.schema).toEqual({
      type: 'object',
      required: ['first', 'last'],
      properties: {
        first: { type: 'string', maxLength: 50 },
        last: { type: 'string', maxLength: 50 },
      },
    })
    expect(permit.fields.get('note')?.hint).toBe('For example, <em>when</em> you are at home')
  })

  it('has actions with their inputs and what follows their outcomes', () => {
    const [button] = stepOf(signIn, 'password').buttons
    expect(button?.run).toEqual([
      {
        action: 'check-password',
        with: {
          email: { from: 'answer', path: ['email'] },
          password: { from: 'answer', path: ['password'] },
        },
        on: {
          wrong: {
            then: 'error',
            field: 'email',
            message: { format: 'text', parts: ['The address or the password is not right'] },
          },
          locked: { then: 'go', next: [{ to: 'locked' }] },
        },
      },
    ])
    const [, again] = stepOf(signIn, 'code').buttons
    expect(again).toMatchObject({ style: 'link', validate: false })
    expect(again?.run[0]?.with['account']).toEqual({ from: 'fact', fact: 'password-checked' })
  })

  it('makes a check only where what it tests is given', () => {
    const { checks } = stepOf(permit, 'you')
    expect(checks[0]?.operands).toEqual([{ from: 'answer', path: ['age'] }])
    expect(permit.checks[0]?.operands).toEqual([])
  })

  it('has the messages that it names, its own and shared ones', () => {
    expect([...permit.messages.keys()]).toEqual(['more', 'received', 'refused', 'thanks'])
    expect([...signIn.messages.keys()]).toEqual(['code'])
    expect(permit.messages.get('received')).toMatchObject({
      channel: 'email',
      subject: { parts: ['We have your request, ', { from: 'answer', path: ['name', 'first'] }] },
    })
    expect(said(permit.messages.get('received')?.text)).toEqual([
      'Your reference is ',
      { from: 'engine', key: 'reference' },
      '. Look at it: ',
      { from: 'engine', key: 'link' },
      '\n\n',
      { from: 'engine', key: 'summary' },
    ])
    expect(signIn.messages.get('code')?.body.format).toBe('text')
  })

  it('keeps drafts by who owns them: of an account 90 days, of a session an hour', () => {
    const day = 24 * 60 * 60 * 1000
    expect(permit.draft).toEqual({ owner: 'account', keep: 90 * day })
    expect(signIn.draft).toEqual({ owner: 'session', keep: day / 24 })
  })

  it('has an admin by itself: columns from the schema, received and closed', () => {
    expect(signIn.admin).toMatchObject({
      title: 'Sign in',
      columns: ['reference', 'submittedAt', 'status', 'email'],
      search: ['reference'],
      roles: {},
      start: 'received',
      statuses: { received: { ends: false }, closed: { ends: true } },
      moves: [{ id: 'close', from: ['received'], to: 'closed' }],
    })
    expect(permit.admin.moves[0]?.run[0]?.with).toEqual({
      to: { from: 'submission', key: 'account' },
      message: { from: 'literal', value: 'refused' },
      why: { from: 'asked', key: 'why' },
    })
  })

  it('is frozen', () => {
    expect(Object.isFrozen(stepOf(permit, 'kind').buttons[0]?.label.parts)).toBe(true)
    expect(Object.isFrozen(permit.fields.get('kind'))).toBe(true)
  })
})

describe('the version of a journey', () => {
  const hashOf = (files: typeof soundForms) =>
    loadJourneys(files, actions).journeys.find(({ id }) => id === 'permit')?.journey?.hash

  it('changes with all files that it consists of, and with no other', () => {
    const shared = '_shared/person.json'
    const text = soundForms.texts.get(shared) ?? ''
    expect(permit.hash).toMatch(/^[0-9a-f]{16}$/u)
    expect(hashOf(soundForms)).toBe(permit.hash)
    expect(hashOf(formsWith({ [shared]: `${text}\n` }))).not.toBe(permit.hash)
    expect(hashOf(formsEdited('_site.yaml', 'beta', 'alpha'))).not.toBe(permit.hash)
    expect(hashOf(formsEdited('sign-in/flow.yaml', 'an hour', 'two hours'))).toBe(permit.hash)
    expect(hashOf(formsWith({ '_shared/other.json': '{}' }))).toBe(permit.hash)
  })

  it('is made again from the files that were kept', () => {
    const files = loaded.journeys.find(({ id }) => id === 'permit')?.files ?? {}
    const kept = { shown: '', texts: new Map(Object.entries(files)), kept: true }
    const [again] = loadJourneys(kept, actions).journeys
    expect(again?.problems).toEqual([])
    expect(again?.journey?.hash).toBe(permit.hash)
    expect(again?.journey?.steps).toEqual(permit.steps)
  })
})

describe('the site', () => {
  it('has its words, and what is its own for `config`', () => {
    expect(loaded.site).toMatchObject({
      service: 'Permits',
      council: 'Anyborough Council',
      phase: 'beta',
      pages: ['help'],
      config: { helpLine: '01632 960000' },
    })
    expect(loaded.pages).toEqual([
      {
        id: 'help',
        language: 'en',
        title: 'Help',
        html: '<p class="govuk-body">Call us on 01632 960000.</p>',
      },
    ])
  })

  it('may have other words in a journey', () => {
    const files = formsEdited(
      'permit/flow.yaml',
      'sections:',
      'site: { service: Parking }\nsections:',
    )
    const { journeys } = loadJourneys(files, actions)
    expect(journeys.map(({ journey }) => journey?.site.service)).toEqual(['Parking', 'Permits'])
  })
})

describe('what cannot be served', () => {
  it('is a journey with an error; the others are sound', () => {
    const { journeys } = loadJourneys(
      formsEdited('permit/flow.yaml', 'to: visitor', 'to: nowhere'),
      actions,
    )
    expect(journeys.map(({ id, status, journey }) => [id, status, journey !== undefined])).toEqual([
      ['permit', 'broken', false],
      ['sign-in', 'sound', true],
    ])
  })

  it('is a journey without its files, or with the name of a path of ours', () => {
    const without = loadJourneys(formsWith({ 'permit/schema.json': undefined }), actions)
    expect(without.problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['FP0105', 'permit/schema.json', 1],
    ])
    const ours = [urls.account, urls.admin, urls.devMessages, urls.hooks, urls.logOut]
    for (const path of [...ours, urls.page('x'), urls.static('x')])
      expect(RESERVED_IDS).toContain(path.split('/')[1])
    const admin = loadJourneys(
      formsWith({
        'admin/flow.yaml': 'title: x\nsteps: { a: { title: x } }',
        'admin/schema.json': '{ "properties": {} }',
      }),
      actions,
    )
    expect(admin.problems.map(({ code }) => code)).toEqual(['FP0107'])
  })
})

describe('a file that is cut off', () => {
  it.each(['permit/flow.yaml', 'permit/schema.json', 'sign-in/flow.yaml'])(
    '%s: at no line does reading throw, and what is missing is said',
    (path) => {
      const lines = (soundForms.texts.get(path) ?? '').trimEnd().split('\n')
      for (let count = 0; count < lines.length - 3; count += 2) {
        const text = lines.slice(0, count).join('\n')
        const { problems } = checked(formsWith({ [path]: text }))
        expect(problems.length, `${path} to line ${count}`).toBeGreaterThan(0)
      }
    },
  )
})
