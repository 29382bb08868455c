import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import { sentenceIn } from '../../src/answers/sentences.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import { readForms } from '../../src/journey/read-forms.ts'
import { SAM } from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import type { SeenPage } from '../client/seen-page.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'

describe('the journeys that ship', () => {
  it('leave nothing untranslated', () => {
    const { journeys } = loadJourneys(readForms('forms'), actions)
    const problems = journeys.flatMap((one) => one.problems)
    expect(problems.map(({ file, line, message, help }) => [file, line, message, help])).toEqual([])
    for (const { id, journey } of journeys)
      expect([...(journey?.translations.keys() ?? [])], id).toEqual(['cy'])
  })

  it('have the words of all actions for residents in Welsh', () => {
    const said = [...actions.values()].flatMap(({ words = {}, staff }) =>
      staff ? [] : Object.values(words),
    )
    expect(said.length).toBeGreaterThan(20)
    expect(said.filter((one) => sentenceIn('cy', one) === one)).toEqual([])
  })
})

describe('the Account Request in Welsh', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startTestService()
  })
  afterAll(() => service.close())

  /** Every page that is seen is in Welsh, and right by the page lint. */
  function look(page: SeenPage): SeenPage {
    const faults = lintPage(page.html, { errors: page.status === 422, language: 'cy' })
    expect(faults.map(({ rule, message }) => `${page.path}: ${rule} ${message}`)).toEqual([])
    return page
  }

  async function phone(sam: Resident): Promise<void> {
    look(await sam.press('Anfon cod'))
    sam.fill('Cod dilysu', await service.codeTo(SAM.number))
    look(await sam.press('Dilysu’r cod'))
  }

  it('goes from the first page to the reference and its email (P02)', async () => {
    const sam = service.resident()
    await sam.visit('/account-request')
    look(await sam.visit('/account-request/start?lang=cy'))
    look(await sam.press('Parhau'))
    look(await sam.press('Mewngofnodi neu gofrestru'))
    expect(look(await sam.press('Mewngofnodi')).errors).toEqual([
      'Rhowch eich cyfeiriad e-bost',
      'Rhowch eich cyfrinair',
    ])
    look(await sam.follow('Cofrestrwch nawr'))
    sam.fill('Cyfeiriad e-bost', SAM.email)
    look(await sam.press('Anfon cod dilysu'))
    expect((await service.messageTo(SAM.email)).subject).toBe(
      'Cod dilysu cyfrif Cyngor Sir Norfolk',
    )
    sam.fill('Cod dilysu', await service.codeTo(SAM.email))
    look(await sam.press('Dilysu’r cod'))
    sam.fill('Cyfrinair', SAM.password)
    sam.fill('Cadarnhau’r cyfrinair', SAM.password)
    sam.fill('Enw cyntaf', SAM.firstName)
    sam.fill('Cyfenw', SAM.surname)
    look(await sam.press('Creu'))
    sam.fill('Rhif ffôn', SAM.phone)
    look(await sam.press('Parhau'))
    await phone(sam)
    await phone(sam)
    expect(sam.page.heading).toBe('Eich manylion')
    look(await sam.press('Parhau'))
    sam.choose('Cofnod pwy ydych chi eisiau ei weld?', 'Fy un i')
    look(await sam.press('Parhau'))
    expect(look(await sam.press('Parhau')).errors).toEqual(['Rhowch eich dyddiad geni'])
    sam.fill('Diwrnod', '27')
    sam.fill('Mis', 'Mawrth')
    sam.fill('Blwyddyn', '1951')
    look(await sam.press('Parhau'))
    sam.fill('Llinell gyfeiriad 1', '1 High Street')
    sam.fill('Tref neu ddinas', 'Norwich')
    sam.fill('Cod post', 'NR1 3JU')
    const check = look(await sam.press('Parhau'))
    expect(check.text).toContain('27 Mawrth 1951')
    const sent = look(await sam.press('Cyflwyno'))
    const reference = /Eich cyfeirnod\s*(\S+)/u.exec(sent.text)?.[1] ?? ''
    expect(reference).toMatch(/^\S{6,}$/u)
    const email = await service.messageTo(SAM.email)
    expect(email.subject).toBe('Mae eich cais am gyfrif gennym')
    expect(email.html).toContain('lang="cy"')
    expect(email.text).toContain(reference)
    expect(email.text).toContain('27 Mawrth 1951')
    look(await sam.visit('/account'))
  })
})
