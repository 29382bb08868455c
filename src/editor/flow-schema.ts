import { OFFERED } from '../journey/journey.ts'
import { DRAFT_SHAPE, INVITATION_SHAPE } from '../journey/read-draft.ts'
import { FLOW_SHAPE } from '../journey/read-flow.ts'
import { OPERATIONS } from '../journey/read-values.ts'
import { conditionDefinitions } from './condition-schema.ts'
import { answersOf, type EditorNames } from './names.ts'
import { runDefinitions } from './run-schema.ts'
import {
  DURATION,
  listOf,
  mapOf,
  oneOf,
  oneOrMore,
  ref,
  type Schema,
  shaped,
  told,
  toldRef,
} from './schema.ts'
import { siteSchema } from './site-schema.ts'
import { stepDefinitions } from './step-schema.ts'
import { wordsDefinitions } from './words-schema.ts'

/**
 * The JSON Schema of a journey's flow.yaml, with that journey's own names: an editor completes and explains them, and
 * marks those that there are not. Draft-07 is what the language server for YAML reads. It is never stricter than the
 * reader but in names; what depends on the rest of the flow is left to `check`.
 */
export function flowSchema(names: EditorNames): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: names.journey === '' ? 'flow.yaml' : `flow.yaml of ${names.journey}`,
    ...ref('flow'),
    definitions: {
      flow: topSchema(names),
      ...stepDefinitions(names),
      ...conditionDefinitions(names),
      ...wordsDefinitions(names),
      ...runDefinitions(names),
      draft: draftSchema(names),
      invitation: invitationSchema(names),
      computed: computedSchema(names),
      site: siteSchema([], []),
    },
  }
}

const TEXT: Schema = { type: 'string', minLength: 1 }

const topSchema = (names: EditorNames) =>
  shaped(FLOW_SHAPE, 'Where each answer is asked, what leads where, and which actions run.', {
    title: told('The name of the journey.', TEXT),
    start: told('The first step. Left out: the first in the file.', oneOf(names.steps)),
    conditions: told('Conditions with a name, to be used in any "when".', mapOf(ref('condition'))),
    steps: told(
      'The steps, by id, in the order in which they follow each other.',
      mapOf(ref('step')),
    ),
    sections: told(
      'Id: title. They group check-answers, the task list and the admin.',
      mapOf(TEXT),
    ),
    words: told('Words that are used in several places as $words.<name>.', mapOf(ref('words'))),
    values: told(
      'Numbers that are made of answers, and read like answers.',
      mapOf(ref('computed')),
    ),
    checks: told(
      'What must hold of the whole journey: tried at the first step where all of it is given, and when it is sent.',
      listOf(ref('check')),
    ),
    gives: told(
      'Facts that going through this journey earns its caller.',
      listOf(oneOf(new Map([...names.facts.keys()].map((fact) => [fact, 'A fact'])))),
    ),
    takes: told(
      'What a calling journey may hand over: name and JSON Schema.',
      mapOf({ type: 'object' }),
    ),
    home: told('Where $return leads when nobody called. Left out: "/".', {
      type: 'string',
      pattern: '^/',
    }),
    offered: told('Where it is listed: for everybody, on one’s own account, or nowhere.', {
      enum: [...OFFERED],
    }),
    draft: toldRef('Who owns answers that are not sent yet, and how long they are kept.', 'draft'),
    invitation: toldRef('What links to the journey carry.', 'invitation'),
    site: toldRef('Words of the site for this journey alone.', 'site'),
  })

const draftSchema = (names: EditorNames) =>
  shaped(DRAFT_SHAPE, 'Answers that are not sent yet.', {
    owner: told('session: gone with it. account: kept for who is signed in.', {
      enum: ['session', 'account'],
    }),
    keep: told('How long they are kept: 90 days.', DURATION),
    saved: told('The email that is sent when somebody saves for later.', oneOf(names.messages)),
    reminder: told(
      'The email that is sent 7 days and 1 day before they are deleted.',
      oneOf(names.messages),
    ),
  })

const invitationSchema = (names: EditorNames) =>
  shaped(INVITATION_SHAPE, 'Links that are sent to people.', {
    carries: told('Names of what a link carries: read as invitation.<name>.', listOf(TEXT)),
    binds: told(
      'The fact that binds a link to an account.',
      oneOf(new Map([...names.facts.keys()].map((fact) => [fact, 'A fact']))),
    ),
    needed: told('true: nobody begins without a link.', { type: 'boolean' }),
    keep: told('How long a link is good. Left out: 30 days.', DURATION),
  })

/** A value is made by one operation; its operands are answers, numbers and other operations. */
function computedSchema(names: EditorNames): Schema {
  const answers = answersOf(names)
  const written = new Map(
    [...answers].flatMap(
      ([name, title]) =>
        [
          [name, title],
          [`$${name}`, title],
        ] as const,
    ),
  )
  const operand: Schema = {
    anyOf: [
      { type: 'number' },
      ref('computed'),
      ...(isWhole(names) ? [oneOf(written), partPath(names)] : [{ type: 'string' }]),
    ],
  }
  return {
    ...shaped(
      { keys: OPERATIONS },
      'A number that is made of answers; one that is not given is 0.',
      {
        sum: told(
          'They are added. costs.amount adds over the items of a list.',
          oneOrMore(operand),
        ),
        minus: told('The others are taken away from the first.', oneOrMore(operand)),
        times: told('They are multiplied.', oneOrMore(operand)),
        count: told(
          'How many there are: items of a list, or options that are chosen.',
          oneOrMore(operand),
        ),
      },
    ),
    minProperties: 1,
    maxProperties: 1,
  }
}

const isWhole = ({ fields }: EditorNames) => fields.size > 0

/** `costs.amount`: what is asked for each item of a list. */
function partPath({ fields }: EditorNames): Schema {
  const lists = [...fields.values()].filter(({ kind }) => kind === 'repeat')
  const paths = lists.flatMap(({ name, parts }) => parts.map((part) => `${name}.${part.name}`))
  return { enum: paths.length > 0 ? paths.flatMap((path) => [path, `$${path}`]) : [''] }
}
