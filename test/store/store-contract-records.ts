import type { Collection } from '../../src/store/store.ts'

export interface Person {
  readonly id: string
  readonly email: string
  readonly town: string
  readonly tags?: readonly string[]
  readonly count?: number
}

export const people: Collection<Person> = {
  name: 'people',
  indexes: {
    email: (person) => [person.email],
    town: (person) => [person.town],
    tag: (person) => person.tags ?? [],
  },
  unique: ['email'],
}

export function person(id: string, more: Partial<Person> = {}): Person {
  return { id, email: `${id}@example.com`, town: 'Norwich', ...more }
}
