import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'
import { ENDING, serveForms } from './forms-of.ts'

const text = { type: 'string', maxLength: 20 }
const options = (count: number) => Array.from({ length: count }, (_, at) => `option-${at + 1}`)

/** One question of each kind, all of which may be left out. */
const FIELDS: Readonly<Record<string, object>> = {
  text,
  story: { type: 'string', maxLength: 400 },
  poem: { type: 'string', field: { maxWords: 5 } },
  email: { type: 'string', format: 'email' },
  phone: { type: 'string', format: 'phone' },
  postcode: { type: 'string', format: 'postcode' },
  number: { type: 'integer' },
  born: { type: 'string', format: 'date' },
  since: { type: 'string', format: 'month-year' },
  at: { type: 'string', format: 'time' },
  agree: { type: 'boolean' },
  truth: { type: 'boolean', const: true },
  colour: { enum: options(2) },
  many: { enum: options(11) },
  lots: { enum: options(31) },
  help: { type: 'array', items: { enum: options(3) } },
  room: { type: 'object', properties: { floor: { title: 'Floor', ...text } } },
  names: { type: 'array', maxItems: 3, items: text },
  letter: { type: 'string', contentMediaType: 'application/pdf' },
  letters: { type: 'array', maxItems: 3, items: { type: 'string', contentMediaType: 'image/*' } },
}
const NAMES = Object.keys(FIELDS)

let service: TestService
beforeAll(async () => {
  const steps = NAMES.map((name) => `  step-${name}: { fields: [${name}] }`).join('\n')
  const same = NAMES.map((name) => `  same-${name}: { title: About ${name}, fields: [${name}] }`)
  const titled = NAMES.map((name) => [name, { title: `About ${name}`, ...FIELDS[name] }])
  const fields = Object.fromEntries(titled)
  const translated = NAMES.map((name) => `schema.${name}.title: Am ${name}`)
  service = await serveForms({
    '_site.yaml': 'service: Questions\nlanguages: [en, cy]\npages: [accessibility]\n',
    '_locales/cy.yaml': 'site.service: Cwestiynau',
    '_pages/accessibility.md': '# Accessibility statement\n\nAnyone can use it.\n',
    '_pages/accessibility.cy.md': '# Datganiad hygyrchedd\n\nGall pawb ei ddefnyddio.\n',
    one: {
      fields,
      more: { 'locales/cy.yaml': ['flow.steps.check.title: Gwirio', ...translated].join('\n') },
      flow: `
title: One
steps:
${steps}
${ENDING}`,
    },
    two: {
      fields,
      flow: `
title: Two
steps:
${same.join('\n')}
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

describe('a page whose only question may be left out (ACCESSIBILITY.md P07)', () => {
  it.each([
    ['one', 'en'],
    ['two', 'en'],
    ['one', 'cy'],
  ])('has the same words in its h1 and its title: /%s in %s', async (journey, language) => {
    const sam = service.resident()
    await sam.visit(`/${journey}?lang=${language}`)
    const [about, says, go, site] =
      language === 'cy'
        ? ['Am', '(dewisol)', 'Parhau', 'Cwestiynau']
        : ['About', '(optional)', 'Continue', 'Questions']
    for (const name of NAMES) {
      expect(sam.page.heading).toBe(`${about} ${name}${name === 'truth' ? '' : ` ${says}`}`)
      expect(sam.page.title).toBe(`${sam.page.heading} – ${site}`)
      expect(lintPage(sam.page.html, { language })).toEqual([])
      await sam.press(go)
    }
    expect(sam.page.heading).toBe(language === 'cy' ? 'Gwirio' : 'Check')
  })
})
