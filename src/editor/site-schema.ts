import { SITE_KEYS } from '../journey/read-site.ts'
import { listOf, oneOf, type Schema, shaped, told } from './schema.ts'

const TEXT: Schema = { type: 'string', minLength: 1 }
const known = (names: readonly string[], what: string) =>
  oneOf(new Map(names.map((name) => [name, what])))

/** `_site.yaml`, and `site:` of a flow. Keys of one's own are read as `config.<key>`. */
export function siteSchema(pages: readonly string[], journeys: readonly string[]): Schema {
  return {
    ...shaped({ keys: SITE_KEYS }, 'What stands around every page.', {
      service: told('The name of the service.', TEXT),
      council: told('The name of the council.', TEXT),
      phase: told('A banner says that the service is new.', { enum: ['alpha', 'beta'] }),
      feedback: told('Where the banner asks for feedback: an address.', TEXT),
      contact: told('How to reach people.', TEXT),
      sender: told('The name of the sender of messages.', TEXT),
      languages: told(
        'Languages that people may choose; the first is the one definitions are written in.',
        listOf(TEXT),
      ),
      timeZone: told('Of dates: Europe/London.', TEXT),
      pages: told('Pages of _pages/ in the footer, in order.', listOf(known(pages, 'A page'))),
      signIn: told('The journey that signs people in.', known(journeys, 'A journey')),
      theme: told('A theme of _themes/.', TEXT),
    }),
    additionalProperties: true,
  }
}

/** The JSON Schema of `_site.yaml`. */
export function siteFileSchema(pages: readonly string[], journeys: readonly string[]): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '_site.yaml',
    ...siteSchema(pages, journeys),
  }
}
