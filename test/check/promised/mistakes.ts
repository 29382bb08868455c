/**
 * What an author may get wrong, item by item of what `check` promises: in journeys that ship and in such that it was not made
 * for. What, the file, the passage, what stands there instead with the offending token in « », and what it is then.
 */
export type Promised = readonly [
  what: string,
  file: string,
  from: string,
  to: string,
  found: `${'error' | 'warning'} FP${number}`,
]

const A = 'allotment/flow.yaml'
const AS = 'allotment/schema.json'
const G = 'grant/flow.yaml'
const GS = 'grant/schema.json'
const L = 'login/flow.yaml'
const R = 'account-request/flow.yaml'
const B = 'blue-badge/flow.yaml'
const BS = 'blue-badge/schema.json'

export const YAML_AND_JSON: readonly Promised[] = [
  ['012 where words are meant', A, 'title: Your group', 'title: «012', 'error FP0104'],
  ['1.10 where words are meant', L, 'title: Too many tries', 'title: «1.10', 'error FP0104'],
  ['null where words are meant', A, 'title: Your group', 'title: «null', 'error FP0104'],
  ['true where words are meant', A, 'label: Go on,', 'label: «true,', 'error FP0104'],
  ['012 for an option', A, '{ asks: group }', '{ asks: «012 }', 'error FP0501'],
  ['null for an option', A, '{ asks: group }', '{ asks: «null }', 'error FP0204'],
  ['yes for true', A, '{ hasPlot: true }', '{ hasPlot: «yes }', 'error FP0501'],
  ['off for false', B, '{ hasBadge: true }', '{ hasBadge: «off }', 'error FP0501'],
  ['a date that is none', B, '16 years ago } } }]', '«31.12.2009 } } }]', 'error FP0204'],
  [
    'a doubled key',
    B,
    'title: Your badge',
    'title: Your badge\n    «title: A badge',
    'error FP0102',
  ],
  [
    'a misspelt key',
    L,
    'requires: [password-checked]\n    content: |\n      We will use',
    '«requres: [password-checked]\n    content: |\n      We will use',
    'error FP0201',
  ],
  ['a list where one is wanted', G, 'fields: [safety]', 'fields: «safety', 'error FP0202'],
  ['a comma too many', GS, '"title": "Sort code" }', '"title": "Sort code"«, }', 'error FP0101'],
]

export const NAMES: readonly Promised[] = [
  ['a step', B, 'to: walking }\n', 'to: «waking }\n', 'error FP0301'],
  ['a field', R, 'fields: [dateOfBirth]', 'fields: [«dateOfBith]', 'error FP0302'],
  ['a field in words', A, 'a code to {email}.', 'a code to «{emial}.', 'error FP0302'],
  ['a condition', R, 'when: related-otherwise', 'when: «related-otherwis', 'error FP0303'],
  ['an action', A, 'run: check-code', 'run: «chek-code', 'error FP0304'],
  ['an outcome', A, 'on: { refused', 'on: { «refsed', 'error FP0305'],
  [
    'a fact',
    L,
    'account-has-mobile: { fact.password-checked',
    'account-has-mobile: { «fact.password-cheked',
    'error FP0306',
  ],
  ['a source', R, 'surname: account.surname', 'surname: «account.surnme', 'error FP0307'],
  ['a message', L, 'message: phone-code', 'message: «phon-code', 'error FP0308'],
  ['a journey', R, 'journey: login', 'journey: «logon', 'error FP0309'],
  ['a section', B, 'section: walking', 'section: «waking', 'error FP0310'],
  ['words', A, '$words.wait', '«$words.wiat', 'error FP0311'],
  [
    'a $ref',
    BS,
    '"../_shared/identity.json#/$defs/email"',
    '«"../_shared/identity.json#/$defs/emial"',
    'error FP0312',
  ],
  ['an option', B, '{ benefits: none }', '{ benefits: «nnoe }', 'error FP0501'],
  ['a key of a locale', 'login/locales/cy.yaml', 'locked:', '«loked:', 'error FP0201'],
]

export const SCHEMA: readonly Promised[] = [
  ['an unknown keyword', BS, '"maxLength": 1000', '«"maxLenght": 1000', 'error FP0402'],
  [
    'bounds the wrong way round',
    GS,
    '"minimum": 1, "maximum": 10000',
    '"minimum": «20000, "maximum": 10000',
    'error FP0405',
  ],
  [
    'open bounds that meet',
    GS,
    '"minimum": 1, "maximum": 10000',
    '"exclusiveMinimum": «5, "maximum": 5',
    'error FP0405',
  ],
  [
    'whole numbers between open bounds',
    AS,
    '"minimum": 2, "maximum": 60',
    '"exclusiveMinimum": «5, "exclusiveMaximum": 6',
    'error FP0405',
  ],
  [
    'a multiple that is out of bounds',
    AS,
    '"minimum": 2, "maximum": 60',
    '"minimum": 2, "maximum": 4, "multipleOf": «5',
    'error FP0405',
  ],
  [
    'dates that cannot be',
    GS,
    '{ "after": "today" }',
    '{ "after": "today", "before": «"today" }',
    'error FP0405',
  ],
  [
    'more to tick than there is',
    BS,
    '"minItems": 1,\n      "items": { "oneOf": [ {',
    '"minItems": «4,\n      "items": { "oneOf": [ {',
    'error FP0405',
  ],
  ['required without a property', AS, '"asks", "groupName"', '«"aks", "groupName"', 'error FP0302'],
  ['required twice', AS, '"asks", "groupName"', '"asks", «"asks", "groupName"', 'error FP0207'],
  [
    'a field with no label',
    AS,
    '"beds": { "type": "integer", "minimum": 0, "maximum": 12, "title": "How many beds?" }',
    '«"beds": { "type": "integer", "minimum": 0, "maximum": 12 }',
    'error FP0407',
  ],
  [
    'two options alike',
    AS,
    '{ "const": "group", "title": "A group" }',
    '«{ "const": "group", "title": "me" }',
    'error FP0406',
  ],
  [
    'an example that is no answer',
    AS,
    '"title": "Do you have a plot already?"',
    '"examples": [«"yes"], "title": "Do you have a plot already?"',
    'error FP0501',
  ],
  ['a pattern that does not compile', BS, '"^[A-Z0-9]{6}$"', '«"^[A-Z0-9{6}$"', 'error FP0404'],
  [
    'a pattern that can take exponential time',
    BS,
    '"^[A-Z0-9]{6}$"',
    '«"^([A-Z0-9]+)+$"',
    'error FP0404',
  ],
  ['no autocomplete for a name', AS, ', "field": { "autocomplete": "name" }', '', 'warning FP0414'],
  [
    'no autocomplete for an email address',
    AS,
    ', "field": { "autocomplete": "email" }',
    '',
    'warning FP0414',
  ],
]

export const GRAPH: readonly Promised[] = [
  [
    'a step that nothing leads to',
    B,
    '- { to: difficulties }',
    '- { to: medicines }',
    'error FP0801',
  ],
  ['an ending that is none', G, '    kind: confirmation\n', '', 'error FP0802'],
  [
    'a loop without a way out',
    A,
    '      - { when: { isReady: false }, to: garden }\n      - { to: check-answers }',
    '      - { when: { isReady: false }, to: garden }\n      - { to: «garden }',
    'error FP0803',
  ],
  [
    'a step from which no ending can be reached',
    A,
    '      - { to: check-answers }',
    '      - { to: garden }',
    'error FP0803',
  ],
  [
    'a confirmation before anything is sent',
    R,
    'next: check-answers',
    'next: done',
    'error FP0804',
  ],
  [
    'a default that is not last',
    G,
    '- { when: { amount: { exclusiveMinimum: 5000 } }, to: accounts }\n      - { to: bank }',
    '- «{ to: bank }\n      - { when: { amount: { exclusiveMinimum: 5000 } }, to: accounts }',
    'error FP0805',
  ],
  [
    'a branch that is never taken',
    G,
    '- { to: bank }',
    '- { when: { amount: { maximum: 6000 } }, to: bank }\n      - { when: «{ amount: { maximum: 100 } }, to: accounts }',
    'error FP0816',
  ],
]

export const PATHS: readonly Promised[] = [
  [
    'an answer that is not asked on every path',
    A,
    'when: wants-tools',
    'when: «{ age: { minimum: 30 } }',
    'warning FP0815',
  ],
  [
    'an answer that is asked on none',
    A,
    'when: wants-tools',
    'when: «{ isReady: true }',
    'error FP0814',
  ],
  [
    'what can never be true there',
    A,
    'when: wants-tools',
    'when: «{ all: [wants-tools, { hasPlot: false }] }',
    'error FP0812',
  ],
  [
    'what is always true there',
    R,
    'when: related-otherwise',
    'when: «for-someone-else',
    'error FP0813',
  ],
  [
    'branches that leave a gap',
    B,
    '      - { when: no-benefit, to: walking }\n      - { to: award }',
    '      - { when: no-benefit, to: walking }\n      - «{ when: { benefits: pip }, to: award }',
    'error FP0808',
  ],
  [
    'branches that leave a gap in a task list',
    G,
    '- { to: bank }',
    '- «{ when: { amount: { maximum: 4000 } }, to: bank }',
    'error FP0808',
  ],
  ['a required field that no step asks', G, 'fields: [sortCode]', 'content: Well.', 'error FP0806'],
  [
    'words with what is not given yet',
    A,
    'We have sent a code to {email}.',
    '«We have sent {isReady}.',
    'warning FP0817',
  ],
]

export const ACTIONS: readonly Promised[] = [
  [
    'an input that is not given',
    A,
    'run: check-code, with: { email: $email, code: $code }',
    'run: «check-code, with: { email: $email }',
    'error FP0704',
  ],
  [
    'an input of the wrong type',
    A,
    'run: check-code, with: { email: $email',
    'run: check-code, with: { email: «$age',
    'error FP0705',
  ],
  [
    'an outcome not handled',
    L,
    'taken: already-registered\n',
    'taken: already-registered\n          closed: locked\n',
    'error FP0305',
  ],
  [
    'a fact that no path gives',
    A,
    'requires: [email-verified]',
    'requires: [«phone-confirmed]',
    'error FP0720',
  ],
  [
    'a fact that one path does not give',
    A,
    '      - { when: for-group, to: group }',
    '      - { when: for-group, to: plot }',
    'error FP0727',
  ],
  [
    'a login before the email is verified',
    L,
    '          - { action: check-code, with: { email: $email, code: $emailCode } }\n          - { action: check-email-free',
    '          - { action: «check-email-free',
    'error FP0724',
  ],
  [
    'a verified address that is changed, and its fact kept',
    L,
    'fields: [newPassword, confirmPassword, firstName, surname]',
    'fields: [email, newPassword, confirmPassword, firstName, surname]',
    'error FP0724',
  ],
  [
    'a code that was never sent',
    A,
    'run: send-code, with: { email: $email, message: hello }, next: code',
    'next: code',
    'error FP0725',
  ],
  [
    'a code that was sent to nobody, in a journey that ships',
    L,
    'label: Send verification code, run: send-code, with: *email-code, next: verify-email',
    'label: Send verification code, next: verify-email',
    'error FP0725',
  ],
  ['a secret in words', A, 'a code to {email}.', 'a code to «{code}.', 'error FP0601'],
  [
    'a secret that leaves its step',
    A,
    'message: asked, to: $email',
    'message: asked, to: «$code',
    'error FP0701',
  ],
  [
    'a secret that is tested elsewhere',
    L,
    'sameAs: newPassword',
    'sameAs: «password',
    'error FP0503',
  ],
  [
    'two submissions on one path',
    A,
    '        next: done',
    '        next: again\n  again:\n    title: Again\n    content: Again.\n    buttons: [{ id: go, label: Go, run: «submit-request, on: { refused: { error: No } }, next: done }]',
    'error FP0726',
  ],
]

export const WORDS: readonly Promised[] = [
  ['a missing title', A, '    title: Your group\n', '', 'error FP0203'],
  ['two steps with one title', A, 'title: Your tools', 'title: «Your plot', 'warning FP0610'],
  [
    'a translation that is missing',
    'login/locales/cy.yaml',
    '      title: Gormod o gynigion\n',
    '',
    'warning FP0607',
  ],
  [
    'a translation of what there is not',
    'login/locales/cy.yaml',
    '      title: Gormod o gynigion\n',
    '      title: Gormod o gynigion\n      «caption: Gormod\n',
    'error FP0201',
  ],
]
