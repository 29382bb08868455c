import { newJourneyInWelsh } from './new-journey-in-welsh.ts'

/** The files of a small journey that works, by path; in Welsh too where the site's `languages` name that. */
export function newJourneyFiles(
  id: string,
  languages: readonly string[] = [],
): Readonly<Record<string, string>> {
  const words = id.replaceAll('-', ' ')
  const title = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  return {
    'schema.json': `${JSON.stringify(SCHEMA, null, 2)}\n`,
    'flow.yaml': flowOf(title),
    'scenarios.yaml': scenariosOf(id),
    ...(languages.includes('cy') && { 'locales/cy.yaml': newJourneyInWelsh(words) }),
  }
}

const SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'contactBy', 'email'],
  properties: {
    name: {
      type: 'string',
      maxLength: 100,
      title: 'What is your name?',
      errorMessage: { required: 'Enter your name' },
      field: { short: 'your name', autocomplete: 'name', data: 'personal' },
    },
    contactBy: {
      type: 'string',
      title: 'How may we get in touch with you?',
      oneOf: [
        { const: 'email', title: 'By email' },
        { const: 'post', title: 'By post' },
      ],
      errorMessage: { required: 'Select how we may get in touch with you' },
      field: { short: 'How we may get in touch' },
    },
    email: {
      type: 'string',
      format: 'email',
      maxLength: 254,
      title: 'What is your email address?',
      errorMessage: { required: 'Enter your email address' },
      field: { short: 'your email address', autocomplete: 'email', data: 'personal' },
    },
    note: {
      type: 'string',
      maxLength: 500,
      title: 'Is there anything that we should know? (optional)',
      field: { short: 'What we should know' },
    },
  },
}

const flowOf = (title: string) => `# yaml-language-server: $schema=./.schema/flow.schema.json
title: ${title}
conditions:
  by-email: { contactBy: email }
steps:
  start:
    title: ${title}
    content: |
      Use this form to … It takes about 5 minutes.
  name:
    fields: [name]
  contact:
    fields: [contactBy]
  email:
    when: by-email # the branch: who wants a letter is not asked
    fields: [email]
  note:
    fields: [note]
  check-answers:
    kind: check-answers
    title: Check your answers before you send them
    buttons:
      - id: send
        label: Send
        run: submit-request # the action: it keeps what was sent, with a reference
        on: { refused: { error: "We could not send this. Nothing has been lost: try again" } }
        next: done
  done:
    kind: confirmation
    title: Sent
    content: |
      Your reference is **{reference}**.

      ## What happens next

      We will …
`

const scenariosOf = (
  id: string,
) => `# The tests of this journey: \`npx footpath test ${id}\`. What is not said is answered with what the schema takes.
- name: Somebody who reads email is asked for the address
  answers: { contactBy: email }
  sees: [start, name, contact, email, note, check-answers, done]

- name: Somebody who wants a letter is not
  answers: { contactBy: post }
  sees: [start, name, contact, note, check-answers, done]

- name: A name is needed, and what cannot be sent is not lost
  answers: { contactBy: post }
  sees:
    - start
    - name: { answers: { name: ~ }, errors: { name: Enter your name } }
    - name: { answers: { name: Sam Taylor } }
    - contact
    - note
    - check-answers:
        actions: { submit-request: refused }
        errors: "We could not send this. Nothing has been lost: try again"
    - check-answers
    - done
`
