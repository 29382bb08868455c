import type { Kind, Presentation } from './field.ts'
import { createObjectKind, dressed } from './object.ts'
import type { KindLookup } from './required.ts'

const LINE_1: Presentation = { autocomplete: 'address-line1' }
const LINE_2: Presentation = { autocomplete: 'address-line2' }
const LINE_3: Presentation = { autocomplete: 'address-line3' }
const TOWN: Presentation = { autocomplete: 'address-level2', width: '30' }
const DRESS: Readonly<Record<string, Presentation>> = {
  line1: LINE_1,
  addressLine1: LINE_1,
  line2: LINE_2,
  addressLine2: LINE_2,
  line3: LINE_3,
  addressLine3: LINE_3,
  town: TOWN,
  city: TOWN,
  townOrCity: TOWN,
  county: { width: '30' },
  postcode: { autocomplete: 'postal-code' },
}

/** A postal address; said on as many lines as it has parts. */
export function createAddressKind(kindOf: KindLookup): Kind {
  return createObjectKind({
    name: 'address',
    kindOf,
    dress: (part) =>
      dressed(part, (Object.hasOwn(DRESS, part.name) ? DRESS[part.name] : undefined) ?? {}),
    linesOf: (lines) => lines.flat(),
  })
}
