import { expect, it } from 'vitest'
import type { FormsFiles } from '../../src/journey/source.ts'
import { FORMS, newProblems, problemsOf, withFile } from './promised/forms.ts'

const BEFORE = {
  shipped: problemsOf(FORMS.shipped),
  unseen: problemsOf(FORMS.unseen),
  sound: problemsOf(FORMS.sound),
}

type Slip = readonly [
  forms: keyof typeof FORMS,
  file: string,
  from: string,
  to: string,
  told: string,
]

/** One slip of the fingers each, in journeys that are told in two languages too: and what is told of it. */
const SLIPS: readonly Slip[] = [
  // a key
  ['shipped', 'account-request/flow.yaml', 'title: Request an', 'titel: Request an', 'FP0201 11'],
  ['shipped', 'account-request/flow.yaml', 'title: Account Request', 'titel: Account', 'FP0201 2'],
  ['shipped', 'account-request/flow.yaml', 'steps:\n', 'stpes:\n', 'FP0201 9'],
  ['shipped', 'blue-badge/flow.yaml', 'conditions:\n', 'condtions:\n', 'FP0201 6'],
  [
    'shipped',
    'blue-badge/schema.json',
    '"title": "Do you have a',
    '"titel": "Do you have a',
    'FP0402 146',
  ],
  ['shipped', 'account-request/admin.yaml', '    label:', '    lable:', 'FP0201 19'],
  ['unseen', 'grant/flow.yaml', '{ section: project', '{ secion: project', 'FP0201 8'],
  ['unseen', 'grant/flow.yaml', '    tasks:\n', '    taks:\n', 'FP0201 7'],
  ['sound', 'permit/flow.yaml', 'repeat: vehicles', 'repat: vehicles', 'FP0201 46'],
  // a name
  ['shipped', 'account-request/flow.yaml', '{ firstName:', '{ fristName:', 'FP0302 34'],
  ['shipped', 'account-request/flow.yaml', 'account.email }', 'acount.email }', 'FP0307 34'],
  ['shipped', 'login/flow.yaml', 'fields: [emailCode]', 'fields: [emialCode]', 'FP0302 141'],
  ['shipped', 'login/flow.yaml', 'fields: [emailCode]', 'fields: emailCode', 'FP0202 141'],
  ['shipped', 'login/flow.yaml', 'action: check-call', 'action: checkcall', 'FP0304 102'],
  ['shipped', 'account-request/flow.yaml', 'refused:', 'refsued:', 'FP0305 71'],
  ['shipped', 'change-name/flow.yaml', 'account: $account', 'account: $acount', 'FP0302 18'],
  ['unseen', 'allotment/flow.yaml', 'repeat: helpers', 'repeat: helpres', 'FP0302 66'],
  ['unseen', 'grant/flow.yaml', 'kind: task-list', 'kind: tasklist', 'FP0204 5'],
  ['unseen', 'grant/flow.yaml', 'section: money', 'section: mony', 'FP0310 9'],
  ['shipped', 'blue-badge/flow.yaml', '  for-a-child:', '  for-achild:', 'FP0303 26'],
  ['shipped', 'blue-badge/schema.json', '"childName": {', '"chilName": {', 'FP0302 27'],
  ['shipped', 'blue-badge/schema.json', 'tel"', 'tle"', 'FP0204 58'],
  ['shipped', 'login/flow.yaml', '  phone-lost:\n', '  phonelost:\n', 'FP0301 76'],
  ['shipped', 'blue-badge/locales/cy.yaml', '\n  hasBadge:', '\n  hasBagde:', 'FP0201 130'],
  ['sound', 'permit/schema.json', '"items": {\n', '"itmes": {\n', 'FP0402 35'],
  ['sound', 'permit/schema.json', '"properties": {', '"proprties": {', 'FP0402 6'],
  ['sound', 'sign-in/flow.yaml', 'takes:', 'taeks:', 'FP0201 3'],
  ['sound', 'sign-in/flow.yaml', 'gives: [signed-in]', 'gives: [singed-in]', 'FP0306 2'],
  ['sound', 'permit/admin.yaml', 'from: [waiting]', 'from: [wating]', 'FP0315 23'],
  // a line that is lost, or stands twice
  ['sound', 'permit/flow.yaml', '  details:\n', '', 'FP0102 40'],
  ['sound', 'permit/flow.yaml', '  vehicle-fuel:\n', '', 'FP0102 49'],
  ['sound', 'permit/admin.yaml', '  ask:\n', '', 'FP0102 15'],
  ['sound', 'permit/flow.yaml', 'steps:\n', 'steps:\nsteps:\n', 'FP0102 12'],
  ['sound', 'permit/flow.yaml', '  kind:\n', '  kind:\n  kind:\n', 'FP0102 24'],
  ['sound', 'permit/admin.yaml', 'moves:\n', 'moves:\nmoves:\n', 'FP0102 8'],
  ['sound', 'permit/flow.yaml', '        run: submit-request\n', '', 'FP0206 62'],
  // a way
  ['unseen', 'grant/flow.yaml', '    next: check-answers\n', '    next: tasks\n', 'FP0803 10'],
  ['unseen', 'allotment/flow.yaml', '      - { to: name }\n', '', 'FP0808 21'],
]

it.each(SLIPS.map(([forms, file, from, to, told]) => ({ forms, file, from, to, told })))(
  '$file: "$to" for "$from" is told once, where it is',
  ({ forms, file, from, to, told }) => {
    const text = FORMS[forms].texts.get(file) ?? ''
    expect(text).toContain(from)
    const found = newProblems(
      withFile(
        FORMS[forms],
        file,
        text.replace(from, () => to),
      ),
      BEFORE[forms],
    )
    expect(found.map(({ code, line }) => `${code} ${line}`)).toEqual([told])
  },
)

it('names all the lines in which a name stands that there is not', () => {
  const file = 'login/flow.yaml'
  const text = FORMS.shipped.texts.get(file)?.replace('  phone-lost:\n', '  phonelost:\n') ?? ''
  const [found] = newProblems(withFile(FORMS.shipped, file, text), BEFORE.shipped)
  expect(found?.help).toMatch(/It stands in line 91, line 108 too\.$/u)
})

it('tells of a mistake along the paths beside one in the admin', () => {
  const admin = edited(FORMS.sound, 'permit/admin.yaml', 'from: [waiting]', 'from: [wating]')
  const never = 'when: { all: [adult, { age: { maximum: 17 } }] }'
  const both = edited(admin, 'permit/flow.yaml', 'when: old-enough', never)
  expect(problemsOf(both).map(({ code }) => code)).toEqual(['FP0315', 'FP0812'])
})

function edited(forms: FormsFiles, file: string, from: string, to: string): FormsFiles {
  return withFile(forms, file, (forms.texts.get(file) ?? '').replace(from, to))
}
