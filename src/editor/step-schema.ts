import { BUTTON_SHAPE, BUTTON_STYLES } from '../journey/read-buttons.ts'
import { CHECK_SHAPE } from '../journey/read-checks.ts'
import { ENTRY_SHAPE } from '../journey/read-entries.ts'
import { LINK_SHAPE } from '../journey/read-links.ts'
import { REPEAT_SHAPE } from '../journey/read-repeat.ts'
import { REQUIREMENT_SHAPE } from '../journey/read-requires.ts'
import { STEP_KINDS } from '../journey/read-step-kind.ts'
import { TASK_SHAPE } from '../journey/read-tasks.ts'
import { STEP_SHAPE } from '../journey/step-shape.ts'
import type { EditorNames, Named } from './names.ts'
import { sourcesOf } from './names.ts'
import { callRules, RUN } from './run-schema.ts'
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

/** A step and what stands on it. */
export function stepDefinitions(names: EditorNames): Readonly<Record<string, Schema>> {
  return {
    step: stepSchema(names),
    entry: entrySchema(names),
    check: CHECK,
    requirement: requirementSchema(names),
    repeat: repeatSchema(names),
    task: taskSchema(names),
    button: buttonSchema(names),
    link: linkSchema(names),
    journey: oneOf(journeysOf(names)),
  }
}

const ID: Schema = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }
const WORDS = (description: string) => toldRef(description, 'words')

const stepSchema = (names: EditorNames) =>
  shaped(STEP_SHAPE, 'A page of the journey.', {
    kind: told('What kind of step it is. Inferred where it can be: fields make a question.', {
      enum: [...STEP_KINDS],
    }),
    title: WORDS(
      'The heading. Left out on a step with one field: the title of the field is the heading.',
    ),
    caption: WORDS('Words in small letters above the heading.'),
    content: WORDS('Markdown above the fields.'),
    after: WORDS('Markdown below the fields.'),
    section: told(
      'The section that this step and those after it belong to.',
      oneOf(names.sections),
    ),
    fields: told(
      'What is asked, in order: names of schema.json, { field, … } and { content }.',
      listOf({ anyOf: [oneOf(fieldNames(names)), ref('entry')] }),
    ),
    when: toldRef('The step is passed over while this does not hold.', 'condition'),
    requires: told(
      'Facts without which nobody reaches the step.',
      oneOrMore({ anyOf: [oneOf(factNames(names)), ref('requirement')] }),
    ),
    prefill: told('Field: source. What the box shows while there is no answer.', prefillOf(names)),
    checks: told('What must hold after the fields are right by themselves.', listOf(ref('check'))),
    next: toldRef(
      'Where it leads: a step, or a list of { when, to } of which the first that holds wins. Left out: the step that follows.',
      'next',
    ),
    buttons: told(
      'Left out: one "Continue". The first one shown is what Enter presses.',
      listOf(ref('button')),
    ),
    links: told('Links below the page.', listOf(ref('link'))),
    enter: told('Actions that only read, run when the page is shown.', RUN),
    repeat: told(
      'A list of items: this step and the next ones that name it are asked once for each item.',
      { anyOf: [oneOf(arrayNames(names)), ref('repeat')] },
    ),
    change: told('false: check-answers has no change link for it.', { type: 'boolean' }),
    of: told(
      'Of check-answers: only these sections and steps are shown.',
      listOf(oneOf(new Map([...names.sections, ...names.steps]))),
    ),
    tasks: told('Of a task list: its sections and journeys, in any order.', listOf(ref('task'))),
  })

const entrySchema = (names: EditorNames) =>
  shaped(ENTRY_SHAPE, 'A field with words of its own in this place, or words between the fields.', {
    field: told('The name of the field.', oneOf(fieldNames(names))),
    when: toldRef('It is asked or said while this holds.', 'condition'),
    title: WORDS('In place of the title in schema.json.'),
    description: WORDS('In place of the hint in schema.json.'),
    readOnly: told('true: only shown. It needs a prefill.', { type: 'boolean' }),
    group: WORDS('Neighbours with the same words stand in one fieldset.'),
    content: WORDS('Markdown between the fields.'),
  })

const CHECK = shaped(
  CHECK_SHAPE,
  'A condition that must hold, and what is said where it does not.',
  {
    must: toldRef(
      'The condition. It is not made while an optional answer in it is not given.',
      'condition',
    ),
    error: toldRef('The words, or { field: "…" } for one of the fields.', 'error'),
  },
)

const requirementSchema = (names: EditorNames) =>
  shaped(REQUIREMENT_SHAPE, 'A fact without which nobody reaches the step.', {
    fact: told('The fact.', oneOf(factNames(names))),
    within: told('Not longer ago than this: 12 hours.', DURATION),
    about: told('The fact is about this answer: $field.', { type: 'string', pattern: '^\\$' }),
  })

const repeatSchema = (names: EditorNames) =>
  shaped(REPEAT_SHAPE, 'A list with one item for each item of an earlier list.', {
    array: told('The list that is asked for.', oneOf(arrayNames(names))),
    for: told('The earlier list.', oneOf(arrayNames(names))),
  })

const taskSchema = (names: EditorNames) =>
  shaped(TASK_SHAPE, 'A section of this journey, or another journey.', {
    section: told('The section.', oneOf(names.sections)),
    journey: toldRef('The journey that is gone through.', 'journey'),
    when: toldRef('It is shown while this holds, and holds nothing up otherwise.', 'condition'),
    after: told('Sections that must be complete before it.', oneOrMore(oneOf(names.sections))),
  })

const buttonSchema = (names: EditorNames): Schema => ({
  ...shaped(BUTTON_SHAPE, 'A button.', {
    id: told('Its name, in small letters with hyphens.', ID),
    label: WORDS('What stands on it.'),
    style: told('How it looks.', { enum: [...BUTTON_STYLES] }),
    when: toldRef('It is shown while this holds.', 'condition'),
    validate: told('false: it may be pressed without answering.', { type: 'boolean' }),
    run: told('An action, or a list of { action, with, on }, run in order.', RUN),
    with: told('What the action is given: words, $field or $source.', mapOf(ref('value'))),
    on: told('What the outcomes of the action lead to.', mapOf(ref('outcome'))),
    next: toldRef('Where it leads. Left out: where the step leads.', 'next'),
    journey: toldRef('It goes through that journey, and back.', 'journey'),
    poll: told(
      'With htmx the page presses it by itself, so often, while its action waits.',
      DURATION,
    ),
  }),
  allOf: [...callRules('run', names), ...journeyRules(names)],
})

const linkSchema = (names: EditorNames): Schema => ({
  ...shaped(LINK_SHAPE, 'A link below the page: to a step, through a journey, or away.', {
    label: WORDS('Its words.'),
    when: toldRef('It is shown while this holds.', 'condition'),
    with: told('What the journey is handed: only what it takes.', mapOf(ref('value'))),
    to: told('A step of this journey.', oneOf(names.steps)),
    journey: toldRef('Through that journey, and back.', 'journey'),
    href: told('Leaves: "/path", "https://…", "mailto:…", "tel:…". The draft stays.', {
      type: 'string',
      pattern: '^(/(?![/\\\\])|https?://|mailto:|tel:)',
    }),
  }),
  oneOf: ['to', 'journey', 'href'].map((key) => ({ required: [key] })),
  allOf: journeyRules(names),
})

/** A journey is handed only what it takes; an action beside it has inputs of its own. */
function journeyRules({ journeys }: EditorNames): readonly Schema[] {
  return [...journeys].flatMap(([id, takes]) => {
    if (!takes) return []
    const properties = Object.fromEntries(takes.map((key) => [key, ref('value')]))
    const handed = { type: 'object', properties, additionalProperties: false }
    return [
      {
        if: {
          properties: { journey: { const: id } },
          required: ['journey'],
          not: { required: ['run'] },
        },
        then: { properties: { with: handed } },
      },
    ]
  })
}

function journeysOf({ journeys, journey }: EditorNames): Named {
  return new Map(
    [...journeys].flatMap(([id, takes]) =>
      id === journey ? [] : [[id, takes?.length ? `Takes: ${takes.join(', ')}` : 'A journey']],
    ),
  )
}

function fieldNames({ fields, parts }: EditorNames): Named {
  return new Map([...fields.values(), ...parts.values()].map(({ name, title }) => [name, title]))
}

function arrayNames({ fields }: EditorNames): Named {
  return new Map(
    [...fields.values()].flatMap(({ kind, name, title }) =>
      kind === 'repeat' ? [[name, title]] : [],
    ),
  )
}

function factNames({ facts }: EditorNames): Named {
  return new Map(
    [...facts].map(([fact, keys]) => [
      fact,
      keys.size ? `Carries: ${[...keys].join(', ')}` : 'A fact',
    ]),
  )
}

/** From a source without `$`, or from the address. */
function prefillOf(names: EditorNames): Schema {
  const query: Schema = { type: 'string', pattern: '^query\\.\\w+$' }
  const sources = sourcesOf(names)
  const source: Schema =
    names.fields.size === 0 || sources.size === 0
      ? { type: 'string' }
      : { anyOf: [oneOf(sources), query] }
  const fields = fieldNames(names)
  if (fields.size === 0) return mapOf(source)
  return {
    type: 'object',
    properties: Object.fromEntries([...fields].map(([name, title]) => [name, told(title, source)])),
    additionalProperties: false,
  }
}
