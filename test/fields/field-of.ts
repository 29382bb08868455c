import type { Field, Input, KindName, Presentation, ShowContext } from '../../src/fields/field.ts'

type Given = Partial<Omit<Field, 'presentation'>> & { readonly presentation?: Presentation }

/** A field of a kind, with what a test cares about. */
export function fieldOf(kind: KindName, given: Given = {}): Field {
  return {
    name: 'answer',
    kind,
    title: 'Answer',
    required: true,
    secret: false,
    readOnly: false,
    examples: [],
    options: [],
    errorMessages: {},
    presentation: {},
    schema: {},
    parts: [],
    ...given,
  }
}

export function posted(entries: Readonly<Record<string, string | readonly string[]>>): Input {
  return new Map(
    Object.entries(entries).map(([name, value]) => [
      name,
      typeof value === 'string' ? [value] : value,
    ]),
  )
}

export function contextOf(given: Partial<ShowContext> = {}): ShowContext {
  return {
    label: 'Answer',
    typed: {},
    errors: {},
    isPageHeading: false,
    readOnly: false,
    ...given,
  }
}
