import { CHOICE, type SmallJourney, WORD } from './small-journey.ts'

const PEOPLE = {
  type: 'array',
  title: 'People',
  items: { type: 'object', required: ['nick'], properties: { nick: { ...WORD, title: 'Nick' } } },
  field: { item: 'person' },
}
const FIRST = {
  type: 'string',
  title: 'Who goes first?',
  field: { optionsFrom: { of: 'people', value: 'nick' } },
}

const HOMES = {
  type: 'array',
  title: 'Homes',
  items: { type: 'object', properties: { town: { ...WORD, title: 'Town' } } },
}

/** Questions whose options are the items of a list. */
export const OPTIONS: readonly SmallJourney[] = [
  {
    what: 'a list that is asked behind it',
    fields: { people: PEOPLE, first: FIRST },
    flow: `steps:
  first: { fields: [«first] }
  person: { repeat: people, title: Person, fields: [nick] }`,
    found: 'error FP0824',
  },
  {
    what: 'a list that only some are asked',
    fields: { x: CHOICE, people: PEOPLE, first: FIRST },
    flow: `steps:
  a: { fields: [x] }
  person: { repeat: people, title: Person, when: { x: a }, fields: [nick] }
  first: { fields: [«first] }`,
    found: 'warning FP0825',
  },
  {
    what: 'a list that all are asked who come to it, on a way of their own',
    fields: { x: CHOICE, people: PEOPLE, first: FIRST },
    flow: `steps:
  a: { fields: [x], next: [{ when: { x: a }, to: person }, { to: check }] }
  person: { repeat: people, title: Person, fields: [nick] }
  first: { fields: [first] }`,
  },
  {
    what: 'a list that may be empty, and words for who chose one of it',
    fields: { x: CHOICE, people: PEOPLE, first: FIRST },
    flow: `steps:
  a: { fields: [x] }
  person: { repeat: people, title: Person, when: { x: a }, fields: [nick] }
  first: { when: { x: a }, fields: [first] }
  told: { title: Told, content: You have chosen., when: { first: { answered: true } } }`,
  },
  {
    what: 'a list with an item for each of one that is asked behind it',
    fields: { people: PEOPLE, homes: HOMES },
    flow: `steps:
  home: { repeat: «{ array: homes, for: people }, title: A home, fields: [town] }
  person: { repeat: people, title: Person, fields: [nick] }`,
    found: 'error FP0824',
  },
  {
    what: 'an item that is chosen by what it need not have',
    fields: {
      people: { ...PEOPLE, minItems: 1, items: { ...PEOPLE.items, required: [] } },
      first: FIRST,
    },
    flow: `steps:
  person: { repeat: people, title: Person, fields: [nick] }
  first: { title: First, fields: [first] }
  told: { title: Told, content: You have chosen., when: { first: { answered: true } } }`,
  },
  {
    what: 'a list with an item for each of one that only some are asked',
    fields: { x: CHOICE, people: PEOPLE, homes: HOMES },
    flow: `steps:
  a: { fields: [x] }
  person: { repeat: people, title: Person, when: { x: a }, fields: [nick] }
  home: { repeat: { array: homes, for: people }, title: "Home of {nick}", fields: [town] }`,
  },
]
