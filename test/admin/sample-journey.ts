import type { Field } from '../../src/fields/field.ts'
import type { Words } from '../../src/journey/condition.ts'
import type { Admin, Entry, Journey, Step } from '../../src/journey/journey.ts'
import { sampleField } from '../views/samples.ts'

export const words = (text: string): Words => ({ format: 'text', parts: [text] })

function entryOf(field: Field, more: Partial<Extract<Entry, { is: 'field' }>> = {}): Entry {
  return { is: 'field', field, readOnly: false, ...more }
}

function stepOf(id: string, entries: readonly Entry[], more: Partial<Step> = {}): Step {
  return {
    id,
    kind: entries.length > 0 ? 'question' : 'check-answers',
    entries,
    requires: [],
    prefill: {},
    checks: [],
    next: [],
    buttons: [],
    links: [],
    enter: [],
    change: true,
    ...more,
  }
}

const surname = sampleField('surname', 'text', 'Surname')
const email = sampleField('email', 'email', 'Email address')
const telephone = sampleField('telephone', 'text', 'Telephone number (optional)', {
  required: false,
})
const password = sampleField('password', 'password', 'Password', { secret: true })
const holder = sampleField('recordHolder', 'radios', 'Whose record?', {
  options: [
    { value: 'self', title: 'My own' },
    { value: 'other', title: 'Someone else’s' },
  ],
  presentation: { short: 'whose record' },
})
const relationship = sampleField('relationship', 'text', 'How are you related?')
const firstName = sampleField('firstName', 'text', 'First name')
const helpers = sampleField('helpers', 'repeat', 'Helpers', {
  required: false,
  schema: { type: 'array' },
  presentation: { item: 'helper' },
  parts: [firstName],
})
const fields = [surname, email, telephone, password, holder, relationship, helpers]

const steps = [
  stepOf(
    'details',
    [
      entryOf(surname),
      entryOf(email),
      entryOf(telephone, {
        title: { format: 'text', parts: ['Telephone of ', { from: 'answer', path: ['surname'] }] },
      }),
      entryOf(password),
    ],
    { section: 'you' },
  ),
  stepOf('record', [entryOf(holder), entryOf(relationship, { when: { is: 'all', of: [] } })], {
    section: 'record',
  }),
  stepOf('helpers', [entryOf(firstName)], { repeat: 'helpers', repeatFirst: 'helpers' }),
  stepOf('check', [], {
    buttons: [
      {
        id: 'submit',
        label: words('Submit'),
        style: 'primary',
        validate: true,
        run: [{ action: 'submit-request', with: {}, on: {} }],
        with: {},
      },
    ],
  }),
]

export const ADMIN: Admin = {
  title: 'Account requests',
  columns: ['submittedAt', 'surname', 'reference', 'status', 'recordHolder', 'account'],
  search: ['reference', 'surname', 'email', 'account'],
  roles: {
    adviser: { see: 'all', mask: [], reveal: false, move: [] },
    activator: { see: 'all', mask: [], reveal: false, move: ['activate', 'reject'] },
    clerk: { see: ['recordHolder'], mask: [], reveal: false, move: ['reject'] },
  },
  start: 'received',
  retention: {},
  statuses: {
    received: { title: 'Received', ends: false },
    activated: { title: 'Activated', ends: true },
    rejected: { title: 'Rejected', ends: true },
  },
  moves: [
    { id: 'activate', label: 'Activate', from: ['received'], to: 'activated', asks: [], run: [] },
    {
      id: 'reject',
      label: 'Reject',
      from: ['received'],
      to: 'rejected',
      asks: [
        sampleField('note', 'textarea', 'Why?', { schema: { type: 'string', maxLength: 20 } }),
      ],
      run: [],
    },
  ],
}

export const JOURNEY: Journey = {
  id: 'account-request',
  title: 'Account Request',
  language: 'en',
  translations: new Map(),
  hash: 'hash-now',
  site: {
    service: 'Adult Social Care Online',
    council: 'Example County Council',
    sender: 'Example',
    language: 'en',
    languages: ['en'],
    timeZone: 'Europe/London',
    pages: ['accessibility'],
    signIn: 'login',
    config: {},
  },
  start: 'details',
  steps,
  stepIndex: new Map(steps.map(({ id }, index) => [id, index])),
  fields: new Map(fields.map((field) => [field.name, field])),
  values: {},
  said: new Map(),
  sections: { you: 'About you', record: 'The record' },
  checks: [],
  gives: [],
  takes: {},
  home: '/',
  offered: 'home',
  draft: { owner: 'account', keep: 1 },
  messages: new Map(),
  admin: ADMIN,
}
