import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { ENDING, serveForms } from '../format/forms-of.ts'
import { LET_IN } from '../format/own-actions.ts'
import { lintPage } from '../views/page-lint.ts'

const asideIn = (html: string) => /<section class="fp-dev"[\s\S]*<\/section>/u.exec(html)?.[0] ?? ''
const linesIn = (html: string) =>
  [...asideIn(html).matchAll(/<(?:li|h3)\b[^>]*>([\s\S]*?)(?=<\/?(?:li|h3|ul|ol)\b)/gu)].map(
    (match) =>
      (match[1] ?? '')
        .replace(/<[^>]+>/gu, '')
        .replaceAll('&quot;', '"')
        .trim(),
  )

async function atBirth(resident: Resident): Promise<void> {
  await resident.visit('/blue-badge')
  await resident.press('Continue')
  resident.choose('Who is the badge for?', 'Me')
  await resident.press('Continue')
  resident.fill('First name', 'Sam')
  resident.fill('Surname', 'Taylor')
  await resident.press('Continue')
}

describe('why a page is as it is', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startTestService({ env: { FOR_AUTHORS: 'yes' } })
  })
  afterAll(() => service.close())

  it('tells the way here, what was skipped and why, with the line of the condition and of its definition', async () => {
    const resident = service.resident()
    await atBirth(resident)
    const lines = linesIn(resident.page.html)
    const flow = readFileSync('forms/blue-badge/flow.yaml', 'utf8').split('\n')
    const at = (text: string) =>
      `forms/blue-badge/flow.yaml:${flow.findIndex((line) => line.includes(text)) + 1}`
    expect(lines).toContain(`applicant: passed by continue, on to child, ${at('  applicant:')}`)
    expect(lines).toContain(
      `child: skipped, because its condition does not hold, on to name, ${at('  child:')}`,
    )
    expect(lines).toContain(
      `false: for-a-child (applicant is "me"), ${at('when: for-a-child')}, defined at ${at('for-a-child: {')}`,
    )
    expect(lines).toContain(`birth: here, because it was not left yet, ${at('  birth:')}`)
    expect(lines).toContain('nationalInsurance is not shown')
    expect(lines).toContain('applicant: "me"')
  })

  it('leads from each line that it names to the file, with that line marked', async () => {
    const resident = service.resident()
    await atBirth(resident)
    const aside = asideIn(resident.page.html)
    const links = [
      ...aside.matchAll(/<a class="govuk-link" href="([^"]*)">([^<]*flow\.yaml:(\d+))</gu),
    ]
    expect(links.length).toBeGreaterThan(10)
    expect(aside.replace(/<a .*?<\/a>/gu, '')).not.toContain('flow.yaml:')
    const flow = readFileSync('forms/blue-badge/flow.yaml', 'utf8').split('\n')
    const [, href = '', , line] = links.at(-1) ?? []
    const page = await resident.visit(href.replaceAll('&amp;', '&'))
    expect(page.status).toBe(200)
    expect(lintPage(page.html)).toEqual([])
    expect(page.html.match(/<mark>/gu)).toHaveLength(1)
    expect(page.html).toMatch(new RegExp(`id="line-${line}"><code[^>]*><mark>`, 'u'))
    expect(page.text).toContain(flow[Number(line) - 1]?.trim())
  })

  it('stands below the form, in the part that htmx swaps, and needs no JavaScript', async () => {
    const resident = service.resident()
    await atBirth(resident)
    const { html } = resident.page
    expect(html.indexOf('</form>')).toBeLessThan(html.indexOf('class="fp-dev"'))
    expect(html.indexOf('class="fp-dev"')).toBeLessThan(html.indexOf('</main>'))
    expect(lintPage(html).filter(({ rule }) => rule !== 'F18')).toEqual([])
    const fragment = await service.running.app.request(`${service.origin}/blue-badge/birth`, {
      headers: { cookie: resident.cookies.header() ?? '', 'hx-request': 'true' },
    })
    expect(linesIn(await fragment.text())).toEqual(linesIn(html))
  })

  it('tells what is true now, after each press: the branch that is taken, and what is kept and counts no more', async () => {
    const resident = service.resident()
    await resident.visit('/blue-badge')
    await resident.press('Continue')
    resident.choose('Who is the badge for?', 'A child under 16')
    await resident.press('Continue')
    resident.fill('First name', 'Kit')
    resident.fill('Surname', 'Taylor')
    await resident.press('Continue')
    const child = linesIn((await resident.visit('/blue-badge/applicant')).html)
    expect(child.some((line) => line.startsWith('true: for-a-child (applicant is "child")'))).toBe(
      true,
    )
    resident.choose('Who is the badge for?', 'Me')
    await resident.press('Continue')
    const lines = linesIn(resident.page.html)
    expect(lines.some((line) => line.startsWith('false: for-a-child'))).toBe(true)
    const kept = lines.slice(lines.findIndex((line) => line.startsWith('Answers that are kept')))
    expect(kept.some((line) => line.startsWith('childName: {'))).toBe(true)
  })

  it('tells why a step is asked again', async () => {
    const resident = service.resident()
    await atBirth(resident)
    const later = await resident.visit('/blue-badge/name')
    expect(linesIn(later.html).some((line) => line.startsWith('birth: here, because'))).toBe(true)
  })

  it('is told in the page that comes again with errors, and holds no secret', async () => {
    const resident = service.resident()
    await resident.visit('/login/sign-in')
    resident.fill('Email address', 'nobody@example.org')
    resident.fill('Password', 'canary kettle password')
    await resident.press('Sign in')
    expect(resident.page.errors.length).toBeGreaterThan(0)
    expect(asideIn(resident.page.html)).not.toBe('')
    expect(resident.page.html).not.toContain('canary')
  })

  it('tells facts and what they are about, and never a code', async () => {
    const resident = service.resident()
    await resident.visit('/login/sign-up')
    resident.fill('Email address', 'sam@example.org')
    await resident.press('Send verification code')
    const code = await service.codeTo('sam@example.org')
    resident.fill('Verification code', code)
    await resident.press('Verify code')
    expect(linesIn(resident.page.html)).toContain('email-verified (about email "sam@example.org")')
    expect(resident.page.html).not.toContain(code)
  })

  it('is in English on a Welsh page, with the lines of the flow', async () => {
    const resident = service.resident()
    await resident.visit('/blue-badge')
    await resident.visit('/blue-badge/start?lang=cy')
    expect(resident.page.html).toContain('<html lang="cy"')
    expect(asideIn(resident.page.html)).toContain('lang="en"')
    expect(linesIn(resident.page.html).some((line) => /flow\.yaml:\d+$/u.test(line))).toBe(true)
  })

  it('is for this machine alone', async () => {
    const ask = (remoteAddress: string) =>
      service.running.app.request(`${service.origin}/blue-badge/start`, {}, {
        incoming: { socket: { remoteAddress } },
      } as never)
    expect(asideIn(await (await ask('127.0.0.1')).text())).not.toBe('')
    expect(asideIn(await (await ask('192.0.2.7')).text())).toBe('')
  })
})

describe('why a page of any journey is as it is', () => {
  it('tells each entry of a list that was tried, in order, until one held', async () => {
    const service = await serveForms(
      {
        garden: {
          fields: {
            size: { type: 'integer', title: 'Size' },
            beds: {
              type: 'array',
              title: 'Beds',
              items: {
                type: 'object',
                properties: { plant: { type: 'string', title: 'Plant' } },
                required: ['plant'],
              },
            },
          },
          required: ['size'],
          flow: `
title: Garden
steps:
  size:
    fields: [size]
    next:
      - { when: { size: { minimum: 500 } }, to: large }
      - { when: { size: { minimum: 50 } }, to: bed }
      - { to: small }
  large: { kind: content, title: Large, next: bed }
  small: { kind: content, title: Small, next: bed }
  bed: { repeat: beds, title: A bed, fields: [plant] }
${ENDING}`,
        },
      },
      { FOR_AUTHORS: 'yes' },
    )
    const resident = service.resident()
    await resident.visit('/garden')
    resident.fill('Size', '77')
    await resident.press('Continue')
    const lines = linesIn(resident.page.html)
    const said = lines
      .filter((line) => /^(?:true|false): to /u.test(line))
      .map((line) => line.split(',')[0])
    expect(said).toEqual([
      'false: to large when size is at least 500 (size is 77)',
      'true: to bed when size is at least 50 (size is 77)',
    ])
    expect(lines.some((line) => line.startsWith('size: passed by continue, on to bed'))).toBe(true)
    expect(resident.page.path).toBe('/garden/bed/list')
    await service.close()
  })
})

describe('why a page of a journey through another is as it is', () => {
  it('tells which fact is lacking, and which journey gives it', async () => {
    const service = await serveForms(
      {
        '_shared/actions/let-in.ts': LET_IN,
        gate: {
          fields: { nick: { title: 'Nickname', type: 'string' } },
          required: ['nick'],
          flow: `
title: Gate
gives: [known]
steps:
  who:
    title: Who are you
    fields: [nick]
    buttons: [{ id: go, label: Go, run: let-in, with: { nick: $nick }, next: $return }]
`,
        },
        quiet: {
          fields: { hobby: { title: 'Hobby', type: 'string' } },
          required: ['hobby'],
          flow: `
title: Quiet
steps:
  hobby: { title: Hobby, fields: [hobby] }
  inside: { kind: content, title: Inside, requires: [known] }
${ENDING}`,
        },
      },
      { FOR_AUTHORS: 'yes' },
    )
    const resident = service.resident()
    await resident.visit('/quiet')
    resident.fill('Hobby', 'chess')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/gate/who')
    const lacking = linesIn((await resident.visit('/quiet/hobby')).html)
    expect(lacking.join('\n')).toContain(
      'inside: not here yet, because the fact known does not hold, which the journey gate gives',
    )
    await resident.visit('/gate/who')
    resident.fill('Nickname', 'Ann')
    await resident.press('Go')
    expect(linesIn(resident.page.html)).toContain('known (about nick "Ann")')
    await service.close()
  })
})

describe('in tests, and in production', () => {
  it('nothing of it is on a page', async () => {
    const service = await startTestService()
    const resident = service.resident()
    await resident.visit('/blue-badge')
    expect(resident.page.html).not.toContain('fp-dev')
    await service.close()
  })
})
