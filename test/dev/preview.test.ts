import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drafts } from '../../src/store/records.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { ENDING, serveForms } from '../format/forms-of.ts'
import { lintPage } from '../views/page-lint.ts'

const hrefsIn = (html: string) =>
  [...html.matchAll(/href="(\/dev\/[^"]*\/preview\/[^"]*)"/gu)].map((match) => match[1] ?? '')
const textOf = (html: string) => html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')
const mainOf = (html: string) => /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? ''

async function get(service: TestService, path: string): Promise<Response> {
  return service.running.app.request(service.origin + path)
}

async function post(service: TestService, path: string, body: object): Promise<Response> {
  return service.running.app.request(service.origin + path, {
    method: 'POST',
    body: String(new URLSearchParams(body as Record<string, string>)),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
}

describe('the pages for authors', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startTestService()
  })
  afterAll(() => service.close())

  it('are listed for every journey, and lead to its preview and its map', async () => {
    const html = await (await get(service, '/dev')).text()
    expect(lintPage(html)).toEqual([])
    for (const { id } of service.running.forms.journeys)
      for (const href of [`/${id}`, `/dev/${id}/preview`, `/dev/${id}/map`])
        expect(html).toContain(`href="${href}"`)
    expect(html).toContain('href="/dev/messages"')
    expect(await (await get(service, '/dev/messages')).text()).toContain('href="/dev"')
  })

  it('lead from each step of a preview to its line of the file', async () => {
    for (const path of ['/dev/login/preview', '/dev/login/preview/en/sign-in/empty']) {
      const html = await (await get(service, path)).text()
      const [, href = ''] =
        /href="([^"]*source[^"]*)">forms\/login\/flow\.yaml:\d+</u.exec(mainOf(html)) ?? []
      const file = await (await get(service, href.replaceAll('&amp;', '&'))).text()
      expect(file).toMatch(/<mark> {2}[a-z-]+:/u)
    }
  })

  it.each([
    '/dev',
    '/dev/messages',
    '/dev/blue-badge/preview',
    '/dev/blue-badge/preview/en/name/empty',
  ])('are kept by nobody and found by no search: %s', async (path) => {
    const { status, headers } = await get(service, path)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('set-cookie')).toBeNull()
  })

  it.each([
    '/dev',
    '/dev/messages',
    '/dev/blue-badge/preview',
    '/dev/blue-badge/preview/en/name/empty',
  ])('are not there for another machine: %s', async (path) => {
    const ask = (remoteAddress: string) =>
      service.running.app.request(service.origin + path, {}, {
        incoming: { socket: { remoteAddress } },
      } as never)
    expect((await ask('192.0.2.7')).status).toBe(404)
    expect((await ask('::ffff:127.0.0.1')).status).toBe(200)
  })

  it.each([
    '/dev/nothing/preview',
    '/dev/blue-badge/preview/en/nothing',
    '/dev/blue-badge/preview/en/name/nothing',
    '/dev/blue-badge/preview/fr/name/empty',
  ])('are not found where there is nothing to show: %s', async (path) => {
    expect((await get(service, path)).status).toBe(404)
  })
})

describe('in production', () => {
  it('nothing of it is there', async () => {
    const key = Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64url')
    const service = await startTestService({
      origin: 'https://forms.example.gov.uk',
      env: {
        NODE_ENV: 'production',
        FOR_AUTHORS: 'yes',
        WATCH_FORMS: 'yes',
        SECRET_KEY: key,
        RESEND_API_KEY: 'x',
        RESEND_FROM: 'x@example.gov.uk',
        PLIVO_AUTH_ID: 'x',
        PLIVO_AUTH_TOKEN: 'x',
        PLIVO_FROM: '+441632960000',
      },
    })
    for (const path of [
      '/dev',
      '/dev/messages',
      '/dev/changes',
      '/dev/problems',
      '/dev/blue-badge/problems',
      '/dev/blue-badge/last-sound',
      '/dev/blue-badge/preview',
      '/dev/blue-badge/preview/en/name',
      '/dev/blue-badge/preview/en/name/empty',
    ])
      expect([path, (await get(service, path)).status]).toEqual([path, 404])
    const page = await (await get(service, '/blue-badge/start')).text()
    expect(page).toContain('<h1')
    expect(page).not.toMatch(/fp-dev|data-revision/u)
    await service.close()
  })
})

describe('a journey with a mistake, where nothing is watched', () => {
  it('tells its author what is wrong, and others that it is not available', async () => {
    const service = await startTestService({
      formsDir: 'test/fixtures/forms-other',
      env: { FOR_AUTHORS: 'yes' },
    })
    const ask = async (remoteAddress: string) => {
      const answer = await service.running.app.request(`${service.origin}/broken/start`, {}, {
        incoming: { socket: { remoteAddress } },
      } as never)
      return [answer.status, /<h1[^>]*>([^<]*)/u.exec(await answer.text())?.[1]]
    }
    expect(await ask('127.0.0.1')).toEqual([503, expect.stringContaining('What is wrong with')])
    expect(await ask('192.0.2.7')).toEqual([503, 'This form is not available'])
    expect((await get(service, '/dev/broken/last-sound')).status).toBe(404)
    await service.close()
  })
})

describe('the preview of the journeys that are shipped', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startTestService()
  })
  afterAll(() => service.close())

  it.each([
    'blue-badge',
    'login',
    'account-request',
    'reset-password',
    'change-email',
    'close-account',
    'change-name',
  ])(
    'opens every step of %s in every state and language, and each page meets the checklist',
    async (id) => {
      const journey = service.running.journeys.get(id)
      const html = await (await get(service, `/dev/${id}/preview`)).text()
      expect(lintPage(html)).toEqual([])
      for (const step of journey?.steps ?? []) expect(html).toContain(`id="step-${step.id}"`)
      const hrefs = hrefsIn(html)
      for (const step of journey?.steps ?? [])
        for (const language of ['en', 'cy'])
          expect(
            hrefs.some((href) => href.startsWith(`/dev/${id}/preview/${language}/${step.id}/`)),
          ).toBe(true)
      const isOthers = (control: string) =>
        service.running.journeys.get(id)?.fields.get(control.split('-')[0] ?? '')?.presentation
          .subject === 'other'
      for (const href of hrefs) {
        const response = await get(service, href)
        const page = await response.text()
        const language = href.split('/')[4] ?? ''
        // Whom a field is about may hang on answers (`autocomplete` is left out then): F18 is looked at elsewhere.
        const faults = lintPage(page, { language, isOthers }).filter(({ rule }) => rule !== 'F18')
        expect([href, response.status, faults]).toEqual([href, 200, []])
        expect(mainOf(page)).not.toMatch(/\{\w+\}|undefined|\[object/u)
      }
    },
    60_000,
  )

  it('shows a page as residents see it, with nothing on it that leads into the journey', async () => {
    const page = mainOf(
      await (await get(service, '/dev/blue-badge/preview/en/check-answers/shown')).text(),
    )
    expect(page).toContain('Check')
    const hrefs = [...page.matchAll(/(?:href|action)="([^"]*)"/gu)].map((match) => match[1] ?? '')
    expect(hrefs.length).toBeGreaterThan(5)
    for (const href of hrefs) expect(href).toMatch(/^(?:\/dev\/|#)/u)
  })

  it('shows what was posted as it would come back, keeps nothing, sends nothing and runs nothing', async () => {
    const at = '/dev/login/preview/en/sign-up/empty'
    const wrong = await post(service, at, { email: 'nobody', button: 'continue' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(lintPage(page, { errors: true })).toEqual([])
    expect(page).toContain('value="nobody"')
    const right = await post(service, at, { email: 'real.person@example.org', button: 'continue' })
    expect(right.status).toBe(200)
    expect(textOf(await right.text())).toContain('nothing was kept, and nothing was run')
    expect(await service.running.store.ids(drafts)).toEqual([])
    expect(await service.messages()).toEqual([])
  })

  it('never shows a secret, whatever was typed', async () => {
    const html = await (
      await post(service, '/dev/login/preview/en/sign-in/empty', {
        email: 'sam@example.org',
        password: 'canary kettle password',
      })
    ).text()
    expect(html).not.toContain('canary')
  })

  it('says the errors in the language of the page', async () => {
    const at = (language: string) =>
      `/dev/blue-badge/preview/${language}/contact-email/error-email-required`
    expect(await (await get(service, at('en'))).text()).toContain('Enter your email address')
    const welsh = await (await get(service, at('cy'))).text()
    expect(welsh).toContain('lang="cy"')
    expect(welsh).toContain('Rhowch eich cyfeiriad e-bost')
  })

  it('changes the language by the link of the page’s header', async () => {
    const response = await get(service, '/dev/blue-badge/preview/en/name/empty?lang=cy')
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/dev/blue-badge/preview/cy/name/empty',
    ])
  })
})

describe('the preview of a journey that nobody has seen', () => {
  let service: TestService
  beforeAll(async () => {
    service = await serveForms({
      garden: {
        fields: {
          size: { type: 'integer', title: 'Size', minimum: 1, maximum: 900, examples: [77] },
          tools: { type: 'string', title: 'Which tools do you have?' },
          beds: {
            type: 'array',
            title: 'Beds',
            minItems: 1,
            items: {
              type: 'object',
              properties: {
                plant: { type: 'string', title: 'Plant' },
                isTall: { type: 'boolean', title: 'Is it tall?' },
                height: { type: 'integer', title: 'Height', minimum: 1 },
              },
              required: ['plant', 'isTall', 'height'],
            },
            field: { item: 'bed', another: 'Add another bed?' },
          },
        },
        required: ['size', 'tools'],
        flow: `
title: Garden
conditions: { is-large: { size: { minimum: 500 } } }
steps:
  size:
    fields: [size, { field: tools, when: is-large }]
    title: [{ when: is-large, text: A large garden }, { text: A garden }]
    checks: [{ must: { size: { maximum: 800 } }, error: { size: Nobody has such a garden } }]
  large: { when: is-large, kind: content, title: "It is {size} metres" }
  bed: { repeat: beds, title: A bed, fields: [plant, isTall, { field: height, when: { isTall: true } }] }
${ENDING}`,
      },
    })
  })
  afterAll(() => service.close())

  async function listed(): Promise<string> {
    return textOf(await (await get(service, '/dev/garden/preview')).text())
  }

  it('fills in from examples, and finds what makes every condition of a page hold and not hold', async () => {
    const filled = await (await get(service, '/dev/garden/preview/en/size/filled')).text()
    expect(filled).toContain('value="77"')
    expect(filled).toContain('<h1 class="govuk-heading-l">A garden</h1>')
    expect(filled).not.toContain('Which tools')
    const large = await (await get(service, '/dev/garden/preview/en/size/filled-2')).text()
    expect(large).toContain('Which tools')
    expect(large).toContain('A large garden')
    expect(await listed()).toContain('is-large holds')
  })

  it('supposes of a step with a condition that it holds', async () => {
    const page = textOf(await (await get(service, '/dev/garden/preview/en/large')).text())
    expect(page).not.toContain('It is 77')
    const shown = await (await get(service, '/dev/garden/preview/en/large/shown')).text()
    expect(Number(/It is (\d+) metres/u.exec(shown)?.[1])).toBeGreaterThanOrEqual(500)
  })

  it('has a repeat’s items, and its list with and without items', async () => {
    const list = await (await get(service, '/dev/garden/preview/en/bed/list')).text()
    expect(list).toContain('Add another bed?')
    expect(list).toContain('Bed 1')
    const none = await (await get(service, '/dev/garden/preview/en/bed/list-empty')).text()
    expect(none).not.toContain('Bed 1')
    const tall = await listed()
    expect(tall).toContain('error of height')
  })

  it('has each error by its words, those of checks too', async () => {
    const words = await listed()
    expect(words).toContain('Nobody has such a garden')
    expect(words).toContain('Select yes if you need to add another')
    const page = await (await get(service, '/dev/garden/preview/en/size/check-step-1')).text()
    expect(lintPage(page, { errors: true, fragment: true })).toEqual([])
  })

  it('has each end of an action in the words that people read, and the confirmation with a reference', async () => {
    expect(await listed()).toContain('submit-request ends in refused: “Not now”')
    const done = textOf(await (await get(service, '/dev/garden/preview/en/done/shown')).text())
    expect(done).toMatch(/Reference [A-Z0-9]{4}-[A-Z0-9]{4}/u)
  })
})
