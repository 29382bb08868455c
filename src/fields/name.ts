import type { Kind } from './field.ts'
import { createObjectKind, dressed } from './object.ts'
import type { KindLookup } from './required.ts'

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  firstName: 'given-name',
  givenName: 'given-name',
  middleName: 'additional-name',
  middleNames: 'additional-name',
  surname: 'family-name',
  lastName: 'family-name',
  familyName: 'family-name',
  fullName: 'name',
}

/** A person's name in parts; said on one line. */
export function createNameKind(kindOf: KindLookup): Kind {
  return createObjectKind({
    name: 'name',
    kindOf,
    dress(part) {
      const autocomplete = Object.hasOwn(AUTOCOMPLETE, part.name)
        ? AUTOCOMPLETE[part.name]
        : undefined
      return dressed(part, { spellcheck: false, ...(autocomplete && { autocomplete }) })
    },
    linesOf: (lines) => [lines.flat().join(' ')],
  })
}
