import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { accounts } from '../../src/accounts/account.ts'
import { devMessages } from '../../src/messages/dev-messages.ts'
import { drafts, submissions } from '../../src/store/records.ts'
import {
  askForEmailCode,
  create,
  goToGate,
  provePhone,
  SAM,
  verifyEmail,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { seePage } from '../client/seen-page.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

let service: TestService
let resident: Resident

async function startAtName(): Promise<void> {
  service = await startTestService()
  resident = service.resident()
  await resident.visit('/blue-badge')
  await resident.press('Continue')
  resident.choose('Who is the badge for?', 'Me')
  await resident.press('Continue')
  expect(resident.page.path).toBe('/blue-badge/name')
}

/** Without the words of this session: what a browser would send that nobody thought of. */
function ask(path: string, init: RequestInit = {}, origin = service.origin) {
  const cookie = resident.cookies.header() ?? ''
  return Promise.resolve(
    service.running.app.request(origin + path, {
      ...init,
      headers: { cookie, ...(init.headers as object) },
    }),
  )
}

const named = () => {
  resident.fill('First name', 'Sam')
  resident.fill('Surname', 'Taylor')
  return resident.formOf('Continue').body
}

interface Trick {
  readonly name: string
  readonly status: number
  readonly path?: string
  readonly body?: (good: URLSearchParams) => string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly origin?: string
}

const more = (count: number, name: (index: number) => string) => (good: URLSearchParams) =>
  `${good}&${Array.from({ length: count }, (_, index) => `${name(index)}=1`).join('&')}`

const REFUSED: readonly Trick[] = [
  { name: 'a body over 64 KiB', status: 413, body: (good) => `${good}&x=${'x'.repeat(65_536)}` },
  { name: 'more than 200 fields', status: 400, body: more(201, (index) => `f${index}`) },
  { name: 'a name of more than 128 bytes', status: 400, body: more(1, () => 'n'.repeat(129)) },
  { name: 'two tokens', status: 400, body: (good) => `${good}&page=${good.get('page')}` },
  { name: 'two buttons', status: 400, body: (good) => `${good}&button=continue` },
  { name: 'JSON', status: 415, body: () => '{}', headers: { 'content-type': 'application/json' } },
  { name: 'plain text', status: 415, body: () => 'a=b', headers: { 'content-type': 'text/plain' } },
  {
    name: 'a form in parts',
    status: 415,
    body: () => '--x--',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  },
  { name: 'another site', status: 403, headers: { 'sec-fetch-site': 'cross-site' } },
  { name: 'a sibling site', status: 403, headers: { 'sec-fetch-site': 'same-site' } },
  { name: 'another origin', status: 403, headers: { origin: 'https://evil.example' } },
  { name: 'an origin that is hidden', status: 403, headers: { origin: 'null' } },
  { name: 'the method PUT', status: 405, method: 'PUT' },
  { name: 'the method DELETE', status: 405, method: 'DELETE' },
  { name: 'another host', status: 421, origin: 'http://evil.example' },
  { name: 'a long query', status: 400, path: `/blue-badge/name?q=${'x'.repeat(2100)}` },
  { name: 'an unknown step', status: 404, path: '/blue-badge/nowhere' },
  { name: 'an unknown journey', status: 404, path: '/nowhere/name' },
  { name: 'an item of a step that is not repeated', status: 404, path: '/blue-badge/name/1' },
  { name: 'an item that is no number', status: 404, path: '/blue-badge/vehicle/__proto__' },
  { name: 'a name of every object', status: 404, path: '/constructor/__proto__' },
  { name: 'a page that is only read', status: 404, path: '/pages/help' },
]

describe('what cannot be taken', () => {
  beforeAll(startAtName)
  afterAll(() => service.close())

  it.each(REFUSED)(
    'refuses $name ($status) on a plain page, and changes nothing',
    async (trick) => {
      const good = named()
      const before = await everything()
      const response = await ask(
        trick.path ?? '/blue-badge/name',
        {
          method: trick.method ?? 'POST',
          body: trick.body?.(good) ?? String(good),
          headers: { ...FORM, ...trick.headers },
        },
        trick.origin,
      )
      expect(response.status).toBe(trick.status)
      expectHeaders(response.headers, 'no-store')
      const page = seePage(response, trick.path ?? '', await response.text())
      expect(page.links).toContain('Go to the start page')
      expect(page.text.length).toBeGreaterThan(80)
      expect(lintPage(page.html)).toEqual([])
      expect(await everything()).toEqual(before)
    },
  )

  it('says which methods there are', async () => {
    const response = await ask('/blue-badge/name', { method: 'PATCH' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  })
})

describe('what is odd but does no harm', () => {
  beforeEach(startAtName)
  afterEach(() => service.close())

  it('ignores names that the step does not ask for, whatever they are called (R-WEB-09, R-WEB-11)', async () => {
    const good = named()
    for (const name of [
      '__proto__',
      'constructor',
      'role',
      'reference',
      'name[firstName]',
      'a.b',
      '',
    ])
      good.append(name, 'evil')
    await resident.post('/blue-badge/name', good)
    expect(resident.page.path).toBe('/blue-badge/birth')
    expect(JSON.stringify(await everything())).not.toContain('evil')
    expect(({} as Record<string, unknown>)['evil']).toBeUndefined()
  })

  it('says which box was posted twice, and takes neither (R-WEB-10)', async () => {
    const good = named()
    good.append('name-surname', 'Other')
    const page = await resident.post('/blue-badge/name', good)
    expect([page.status, page.errors.length]).toEqual([422, 1])
    expect(lintPage(page.html)).toEqual([])
  })

  it('takes bad percent signs, signs that nobody sees, and text that is too long', async () => {
    const token = named().get('page') ?? ''
    for (const typed of ['%', '%zz', '%00', '%E0%A4', 'x'.repeat(30_000), '%F0%9F%98%80']) {
      const page = await resident.post(
        '/blue-badge/name',
        `page=${token}&button=continue&name-firstName=${typed}&name-surname=`,
      )
      expect(page.status).toBe(422)
      expect(lintPage(page.html)).toEqual([])
    }
  })

  it('shows on a page with errors all that was typed', async () => {
    resident.fill('First name', '  Zoë  ')
    const page = await resident.press('Continue')
    expect([page.status, page.errors.length]).toEqual([422, 1])
    expect(resident.valueOf('First name')).toContain('Zoë')
    expectHeaders(page.headers, 'private, no-cache')
  })

  it('names both answers when two tabs change one page, and takes the second only when it is pressed again (409)', async () => {
    const first = resident
    const second = first.duplicateTab()
    first.fill('First name', 'Sam')
    first.fill('Surname', 'Taylor')
    await first.press('Continue')
    second.fill('First name', 'Alex')
    second.fill('Surname', 'Taylor')
    const stale = await second.press('Continue')
    expect([stale.status, stale.path]).toEqual([409, '/blue-badge/name'])
    expect(stale.notices.join()).toContain('another window')
    expect(second.valueOf('First name')).toBe('Alex')
    expect(lintPage(stale.html)).toEqual([])
    await first.visit('/blue-badge/name')
    expect(first.valueOf('First name')).toBe('Sam')
    await second.press('Continue')
    await first.visit('/blue-badge/name')
    expect(first.valueOf('First name')).toBe('Alex')
  })

  it('takes two equal presses of one page once', async () => {
    const good = named()
    const pages = await Promise.all([
      ask('/blue-badge/name', post(good)),
      ask('/blue-badge/name', post(good)),
    ])
    expect(pages.map(({ status }) => status)).toEqual([303, 303])
    expect(new Set(pages.map(({ headers }) => headers.get('location'))).size).toBe(1)
  })

  it.each([
    ['no token', ''],
    ['a token of nobody', 'a.b.1.name.c'],
    ['a token with another signature', 'changed'],
  ])('runs nothing with %s, says so, and keeps what was typed (R-WEB-01)', async (_name, kind) => {
    const good = named()
    if (kind === '') good.delete('page')
    else good.set('page', kind === 'changed' ? `${good.get('page')}x` : kind)
    const before = await everything()
    const page = await resident.post('/blue-badge/name', good)
    expect([page.status, page.path]).toEqual([403, '/blue-badge/name'])
    expect(page.errors.join()).toContain('We could not be sure that this came from our own page')
    expect(resident.valueOf('First name')).toBe(good.get('name-firstName'))
    expect(await everything()).toEqual(before)
    expect(lintPage(page.html)).toEqual([])
  })

  it('runs nothing with a token of another session, and leads to where the person is', async () => {
    const stolen = named()
    stolen.set('page', await tokenOfAnother())
    const before = await everything()
    const page = await resident.post('/blue-badge/name', stolen)
    expect([page.status, page.path]).toEqual([200, '/blue-badge/name'])
    expect(page.notices).toHaveLength(1)
    expect(page.notices.join()).not.toContain('We have kept')
    expect(await everything()).toEqual(before)
  })

  it('tells a page of a fault from one that is not there, without a word of its cause', async () => {
    vi.spyOn(service.running.services.store, 'find').mockImplementation(() => {
      throw new Error('secret-cause of name-surname')
    })
    const response = await ask('/blue-badge/name')
    const html = await response.text()
    vi.restoreAllMocks()
    expect(response.status).toBe(500)
    expectHeaders(response.headers, 'no-store')
    expect(html).toContain('There is a problem with the service')
    expect(html).not.toContain('secret-cause')
    expect(lintPage(html)).toEqual([])
    expect(JSON.stringify(service.logged)).not.toContain('secret-cause')
  })

  it('sends the same headers with a page, a redirect and a check of health (R-WEB-03, R-WEB-05, R-WEB-06)', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/blue-badge/name', 200],
      ['/blue-badge', 303],
      ['/log-out', 303],
      ['/healthz', 200],
      ['/dev/messages.json', 200],
    ] as const) {
      const response = await ask(path)
      expect([path, response.status]).toEqual([path, status])
      expectHeaders(response.headers, 'no-store')
    }
  })
})

describe('a step that comes too early (R-AUTH-16)', () => {
  const LATER = [
    'verify-email',
    'create',
    'phone',
    'phone-method',
    'phone-code',
    'phone-call',
    'phone-check',
    'phone-check-code',
    'phone-check-call',
    'phone-lost',
    'invited',
    'email-check',
  ]
  beforeEach(async () => {
    service = await startTestService()
    resident = service.resident()
  })
  afterEach(() => service.close())

  it('changes nothing, at whatever step somebody is', async () => {
    await goToGate(resident)
    await resident.press('Login or Register')
    await resident.follow('Sign up now')
    await tryAll(LATER)
    await resident.visit('/account-request/log-in')
    await askForEmailCode(resident, SAM.email)
    await tryAll(LATER.slice(1))
    await verifyEmail(resident, service, SAM.email)
    await tryAll(LATER.slice(2))
    await create(resident, SAM)
    await tryAll(LATER.filter((step) => /method|code|call|^phone-check/u.test(step)))
    resident.fill('Phone number', SAM.phone)
    await resident.press('Continue')
    await tryAll(LATER.filter((step) => /code|call|^phone-check/u.test(step)))
    await provePhone(resident, service, SAM, 'text')
    await tryAll(['phone-check-code', 'phone-check-call', 'sign-in', 'create', 'phone-code'])
    await provePhone(resident, service, SAM, 'text')
    expect(resident.page.path).toBe('/account-request/your-details')
    await tryAll(['whose-record', 'check-answers', 'person'], 'account-request')
  })

  /** Posts to each step with all that it could want, on the page where the person is. */
  async function tryAll(steps: readonly string[], journey = 'login'): Promise<void> {
    const { path } = resident.page
    const token = resident.formOf(resident.page.buttons[0] ?? '').body.get('page') ?? ''
    const before = await everything()
    for (const step of steps) {
      const tab = resident.duplicateTab()
      const page = await tab.post(`/${journey}/${step}`, tempting(token))
      expect([step, page.status]).toEqual([step, 200])
      expect([step, await everything()]).toEqual([step, before])
    }
    await resident.visit(path)
    expect(resident.page.path).toBe(path)
  }

  function tempting(page: string): URLSearchParams {
    return new URLSearchParams({
      page,
      emailCode: '123456',
      phoneCode: '123456',
      newPassword: SAM.password,
      confirmPassword: SAM.password,
      firstName: 'Eve',
      surname: 'Eve',
      phone: '07700 900999',
      phoneTrouble: 'none',
      recordHolder: 'self',
    })
  }
})

function post(body: URLSearchParams): RequestInit {
  return { method: 'POST', body: String(body), headers: FORM }
}

async function tokenOfAnother(): Promise<string> {
  const other = service.resident()
  await other.visit('/blue-badge')
  return other.formOf('Continue').body.get('page') ?? ''
}

/** All that a press could change: drafts, accounts, what was sent and submitted. */
async function everything(): Promise<unknown> {
  const { store, services } = service.running
  await services.outbox.idle()
  const all = []
  for (const collection of [drafts, accounts, submissions, devMessages] as const)
    for (const id of await store.ids(collection as typeof drafts))
      all.push((await store.read(collection as typeof drafts, id))?.value)
  return all
}

function expectHeaders(headers: Headers, caching: string): void {
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/u)
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('cache-control')).toBe(caching)
}
