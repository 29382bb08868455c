import type { Field, KindName } from '../../src/fields/field.ts'
import type { PageFrame } from '../../src/views/page.ts'
import type { Block, StepPage } from '../../src/views/step-page.ts'

export const SITE = {
  service: 'Adult Social Care Online',
  council: 'Example County Council',
  phase: 'beta',
  feedback: '/pages/feedback',
  otherLanguages: [],
  footer: [
    { label: 'Accessibility', href: '/pages/accessibility' },
    { label: 'Cookies', href: '/pages/cookies' },
    { label: 'Privacy', href: '/pages/privacy' },
    { label: 'Help', href: '/pages/help' },
  ],
}

export const FRAME: PageFrame = {
  language: 'en',
  site: SITE,
  assets: { css: '/static/app.css', js: '/static/app.js', icon: '/static/favicon.svg' },
  fragment: false,
}

export function sampleField(
  name: string,
  kind: KindName,
  title: string,
  rest: Partial<Field> = {},
): Field {
  return {
    name,
    kind,
    title,
    required: true,
    secret: false,
    readOnly: false,
    examples: [],
    options: [],
    errorMessages: {},
    presentation: {},
    schema: { type: 'string' },
    parts: [],
    ...rest,
  }
}

export function sampleBlock(
  field: Field,
  rest: Partial<Extract<Block, { is: 'field' }>> = {},
): Extract<Block, { is: 'field' }> {
  return {
    is: 'field',
    field,
    label: field.title,
    typed: {},
    errors: {},
    readOnly: false,
    shown: [],
    ...rest,
  }
}

export function samplePage(rest: Partial<StepPage> = {}): StepPage {
  return {
    language: 'en',
    site: SITE,
    journey: { id: 'account-request', title: 'Account Request' },
    kind: 'question',
    url: '/account-request/step',
    token: 'page-token',
    blocks: [],
    buttons: [{ id: 'continue', label: 'Continue', style: 'primary' }],
    links: [],
    back: '/account-request/before',
    errors: [],
    notices: [],
    summary: [],
    ...rest,
  }
}

const holder = sampleField('recordHolder', 'radios', 'Whose record do you want to see?', {
  options: [
    { value: 'mine', title: 'My own' },
    { value: 'someone-else', title: 'Someone else’s', description: 'You need their consent' },
  ],
})
const birth = sampleField('dateOfBirth', 'date', 'What is your date of birth?', {
  presentation: { autocomplete: 'bday' },
  hint: 'For example, 31 3 1980',
})
const needs = sampleField('needs', 'checkboxes', 'What do you need help with?', {
  options: [
    { value: 'washing', title: 'Washing' },
    { value: 'dressing', title: 'Dressing' },
    { value: 'none', title: 'None of these', exclusive: true },
  ],
})
const email = sampleField('email', 'email', 'Email address', {
  hint: 'We will send you a code',
  presentation: { subject: 'self' },
})
const password = sampleField('password', 'password', 'Password', {
  secret: true,
  presentation: { autocomplete: 'current-password' },
})
const notes = sampleField('notes', 'textarea', 'Anything else?', {
  required: false,
  schema: { type: 'string', maxLength: 500 },
  presentation: { rows: 5 },
})
const address = sampleField('address', 'address', 'What is your address?', {
  schema: { type: 'object' },
  parts: [
    sampleField('line1', 'text', 'Address line 1'),
    sampleField('town', 'text', 'Town or city'),
    sampleField('postcode', 'postcode', 'Postcode'),
  ],
})
const declared = sampleField('declared', 'declaration', 'I confirm that this is true', {
  schema: { type: 'boolean', const: true },
})
const select = sampleField('county', 'select', 'County', {
  options: ['Norfolk', 'Suffolk', 'Essex'].map((title) => ({ value: title, title })),
})

const reference = (name: string) => `file:${'A'.repeat(32)}/pdf/120000/${'B'.repeat(22)}/${name}`
const proof = sampleField('proof', 'file', 'Proof of your address', {
  schema: { type: 'string', contentMediaType: 'application/pdf' },
  hint: 'A bill or a letter',
  presentation: { accept: ['pdf', 'jpg'], maxSize: 2 * 1024 * 1024 },
})
const letters = sampleField('letters', 'files', 'Letters from your doctor', {
  schema: { type: 'array', items: { type: 'string', contentMediaType: 'image/*' } },
})

/** A page of every kind, in the states that a resident meets. */
export const SAMPLES: Readonly<Record<string, StepPage>> = {
  content: samplePage({
    kind: 'content',
    title: 'Request an account',
    contentHtml:
      '<p>You will need an email address and a phone.</p><ul><li>One</li><li>Two</li></ul><h2>What happens next</h2><p>We <a href="/pages/help">look at it</a>.</p>',
    buttons: [{ id: 'start', label: 'Start now', style: 'primary' }],
  }),
  file: samplePage({ title: 'Your proof', blocks: [sampleBlock(email), sampleBlock(proof)] }),
  'file-as-heading': samplePage({ blocks: [sampleBlock(proof)] }),
  'file-error': samplePage({
    title: 'Your proof',
    blocks: [
      sampleBlock(proof, {
        typed: { 'proof:files': [reference('my <b>bill</b>.pdf')] },
        errors: { proof: 'The selected file must be a PDF or JPG' },
      }),
    ],
    errors: [{ control: 'proof', text: 'The selected file must be a PDF or JPG' }],
  }),
  files: samplePage({
    blocks: [
      sampleBlock(letters, {
        typed: { 'letters:files': [reference('one.pdf'), reference('two.pdf')] },
      }),
    ],
  }),
  radios: samplePage({ blocks: [sampleBlock(holder)] }),
  'radios-error': samplePage({
    blocks: [
      sampleBlock(holder, { errors: { recordHolder: 'Select whose record you want to see' } }),
    ],
    errors: [{ control: 'recordHolder', text: 'Select whose record you want to see' }],
  }),
  date: samplePage({ caption: 'About you', title: birth.title, blocks: [sampleBlock(birth)] }),
  'date-error': samplePage({
    blocks: [
      sampleBlock(birth, {
        typed: { 'dateOfBirth-day': ['31'], 'dateOfBirth-month': ['3'] },
        errors: { 'dateOfBirth-year': 'Date of birth must include a year' },
      }),
    ],
    errors: [{ control: 'dateOfBirth-year', text: 'Date of birth must include a year' }],
  }),
  checkboxes: samplePage({ blocks: [sampleBlock(needs, { typed: { needs: ['washing'] } })] }),
  address: samplePage({ title: 'Your address', blocks: [sampleBlock(address)] }),
  'sign-in': samplePage({
    title: 'Sign in',
    blocks: [sampleBlock(email), sampleBlock(password)],
    links: [
      { label: 'Sign up now', href: '/login/email', post: 'sign-up' },
      { label: 'I have forgotten my password', href: '/reset-password' },
    ],
    buttons: [{ id: 'sign-in', label: 'Sign in', style: 'primary' }],
  }),
  'sign-in-error': samplePage({
    title: 'Sign in',
    blocks: [
      sampleBlock(email, {
        typed: { email: ['sam@'] },
        errors: { email: 'Enter an email address in the correct format, like name@example.com' },
      }),
      sampleBlock(password, { errors: { password: 'Enter your password' } }),
    ],
    errors: [
      {
        control: 'email',
        text: 'Enter an email address in the correct format, like name@example.com',
      },
      { control: 'password', text: 'Enter your password' },
      { text: 'We could not sign you in' },
    ],
    buttons: [{ id: 'sign-in', label: 'Sign in', style: 'primary' }],
  }),
  mixed: samplePage({
    title: 'Your details',
    caption: 'Section 2',
    notices: ['We have sent you a new code.'],
    contentHtml: '<p>Check what we know.</p>',
    blocks: [
      sampleBlock(sampleField('firstName', 'text', 'First name'), {
        readOnly: true,
        shown: ['Sam'],
      }),
      sampleBlock(sampleField('surname', 'text', 'Surname'), { readOnly: true, shown: ['Taylor'] }),
      { is: 'content', html: '<p>Words between the fields.</p>' },
      sampleBlock(select, { group: 'Where you live' }),
      sampleBlock(
        sampleField('postcode', 'postcode', 'Postcode', { presentation: { subject: 'self' } }),
        { group: 'Where you live' },
      ),
      sampleBlock(notes),
      sampleBlock(declared),
    ],
    afterHtml: '<p>After the form.</p>',
    buttons: [
      { id: 'continue', label: 'Continue', style: 'primary' },
      { id: 'later', label: 'Save and come back later', style: 'secondary' },
      { id: 'again', label: 'Send a new code', style: 'link' },
    ],
    person: 'Sam Taylor',
  }),
  waiting: samplePage({
    kind: 'content',
    title: 'Answer our call',
    contentHtml: '<p>Press the hash key (#) when we call you.</p>',
    buttons: [
      { id: 'continue', label: 'Continue', style: 'primary', poll: 3000 },
      { id: 'call', label: 'Call me again', style: 'secondary' },
    ],
  }),
  'check-answers': samplePage({
    kind: 'check-answers',
    title: 'Check your answers',
    summary: [
      {
        title: 'About you',
        rows: [
          {
            key: 'Name',
            lines: ['Sam Taylor'],
            change: { href: '/account-request/your-details', hidden: 'your name' },
          },
          {
            key: 'Address',
            lines: ['1 High Street', 'Norwich', 'NR1 1AA'],
            change: { href: '/account-request/your-address', hidden: 'your address' },
          },
        ],
      },
      { title: 'More', rows: [{ key: 'Telephone', lines: [] }] },
    ],
    buttons: [{ id: 'submit', label: 'Submit', style: 'primary' }],
  }),
  list: samplePage({
    kind: 'list',
    title: 'You have added 2 medicines',
    url: '/blue-badge/medicine/list',
    summary: [
      {
        rows: ['Aspirin', 'Insulin'].map((name, at) => ({
          key: `Medicine ${at + 1}`,
          lines: [name],
          change: { href: `/blue-badge/medicine/${at + 1}`, hidden: name },
          remove: { value: String(at + 1), hidden: name },
        })),
      },
    ],
    list: { count: 2, question: 'Do you need to add another medicine?', mayRemove: true },
    errors: [{ control: 'another', text: 'Select yes if you need to add another medicine' }],
  }),
  'list-empty': samplePage({
    kind: 'list',
    title: 'Medicines',
    list: {
      count: 0,
      empty: 'You have not added any medicines.',
      question: 'Do you need to add a medicine?',
      mayRemove: false,
    },
  }),
  confirmation: samplePage({
    kind: 'confirmation',
    title: 'Request sent',
    reference: 'HDJ2-123F',
    contentHtml: '<p>We have sent you an email.</p>',
    buttons: [],
    again: '/account-request/done',
    person: 'Sam Taylor',
  }),
  exit: samplePage({
    kind: 'exit',
    title: 'You cannot use this service',
    contentHtml: '<p>Call us.</p>',
    buttons: [],
  }),
}
