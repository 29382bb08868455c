import type { SmallJourney } from './small-journey.ts'

const EMAIL = { title: 'Email', type: 'string', format: 'email', field: { subject: 'other' } }
const more = {
  'messages/code.md': '---\nchannel: email\nsubject: Your code\nwith: [code]\n---\nIt is {code}\n',
}
const fields = {
  email: EMAIL,
  other: { ...EMAIL, title: 'Other email' },
  code: { title: 'Code', type: 'string', format: 'code', writeOnly: true },
}

const checking = (what: string) => `steps:
  a:
    title: Addresses
    fields: [email, other]
    buttons: [{ id: go, label: Send, run: send-code, with: { email: $email, message: code } }]
  b:
    title: Code
    fields: [code]
    buttons:
      - id: go
        label: Check
        run: check-code
        with:
          email: ${what}
          code: $code`

/** Codes that are checked. */
export const CODES: readonly SmallJourney[] = [
  {
    what: 'a code for another address than it was sent to',
    fields,
    more,
    flow: checking('«$other'),
    found: 'error FP0725',
  },
  { what: 'a code for the address that it was sent to', fields, more, flow: checking('$email') },
]
