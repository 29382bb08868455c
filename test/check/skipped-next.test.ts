import { expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import { checkForms } from '../../src/check/check-forms.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'

const FLOW = `title: Contact
steps:
  way: { fields: [by] }
  email: { when: { by: email }, fields: [email], next: done }
  phone: { when: { by: phone }, fields: [phone] }
  done: { kind: exit, title: Done, content: Thank you }
`
const SCHEMA = JSON.stringify({
  type: 'object',
  required: ['by', 'email', 'phone'],
  properties: {
    by: { title: 'How?', enum: ['email', 'phone'] },
    email: { title: 'Email', type: 'string', format: 'email', field: { autocomplete: 'email' } },
    phone: { title: 'Phone', type: 'string', format: 'phone', field: { autocomplete: 'tel' } },
  },
})

it('tells of the "next" of a step that is not shown, where that passes by the step behind it', () => {
  const texts = new Map([
    ['contact/flow.yaml', FLOW],
    ['contact/schema.json', SCHEMA],
  ])
  const { problems } = checkForms(loadJourneys({ shown: '', texts }, actions), actions)
  const [found] = problems.filter(({ code }) => code === 'FP0801')
  expect(found).toMatchObject({ line: 5, message: 'Nothing leads to the step "phone".' })
  expect(found?.help).toBe(
    '"email" leads to "done", and so it does for those whom it is not shown to: take its "next" away, or name "phone" in a "next", an "on" or a link.',
  )
})
