import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROBIN, registerWhole, SAM } from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { fileOf, JPG, PDF } from '../files/made-files.ts'
import { ENDING } from '../format/forms-of.ts'
import { lintPage } from '../views/page-lint.ts'
import { serveWithLogin } from './forms-with-staff.ts'

const FILE = { type: 'string', contentMediaType: '*/*' }
const FIELDS = {
  name: { title: 'Name', type: 'string', maxLength: 40 },
  photo: { title: 'Photo', ...FILE },
  letters: { title: 'Letters', type: 'array', maxItems: 3, items: FILE },
}

let service: TestService
beforeEach(async () => {
  service = await serveWithLogin({
    badge: {
      fields: FIELDS,
      flow: `
title: Badge
draft: { owner: account, keep: 3 days }
steps:
  log-in: { title: Log in, buttons: [{ id: go, label: Login or Register, journey: login }] }
  photo: { requires: [signed-in], title: You, fields: [name, photo, letters] }
${ENDING}`,
      more: { 'locales/cy.yaml': 'flow.title: Bathodyn\n' },
    },
    // Nobody signs in to it.
    open: {
      fields: FIELDS,
      flow: `
title: Open
steps:
  you: { title: You, fields: [name, photo, letters] }
${ENDING}`,
    },
  })
})
afterEach(() => service.close())

async function attach(sam: Resident): Promise<void> {
  sam.attach('Photo (optional)', fileOf(JPG, 'me <b>.jpg'))
  sam.attach('Letters (optional)', fileOf(PDF, 'one.pdf'), fileOf(PDF, 'two.pdf'))
  await sam.press('Continue')
  expect(sam.page.heading).toBe('Check')
}

async function signedIn(person = SAM, by: 'text' | 'call' = 'text'): Promise<Resident> {
  const sam = service.resident()
  await sam.visit('/badge')
  await registerWhole(sam, service, person, by)
  return sam
}

function fetchAs(resident: Resident, href: string): Promise<Response> {
  return Promise.resolve(
    service.running.app.request(`${service.origin}${href}`, {
      headers: { cookie: resident.cookies.header() ?? '' },
    }),
  )
}

/** Words of a link → where it leads. */
function downloads({ page }: Resident): Readonly<Record<string, string>> {
  const links = page.html.matchAll(/href="([^"]+)"[^>]*>((?:Download|Lawrlwytho) [^<]*)<\/a>/gu)
  return Object.fromEntries([...links].map(([, href = '', words = '']) => [words, href]))
}

describe('files of one’s own (R-WEB-23, R-ACL-02)', () => {
  it('can be fetched from check answers, without a login too, as downloads that no browser shows as a page', async () => {
    const sam = service.resident()
    await sam.visit('/open')
    await attach(sam)
    expect(lintPage(sam.page.html, { kind: 'check-answers', back: true })).toEqual([])
    const links = downloads(sam)
    expect(Object.keys(links)).toEqual([
      'Download me &lt;b&gt;.jpg (1KB)',
      'Download one.pdf (1KB)',
      'Download two.pdf (1KB)',
    ])
    const response = await fetchAs(sam, links['Download one.pdf (1KB)'] ?? '')
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="one.pdf"; filename*=UTF-8''one.pdf`,
    })
  })

  it('are not there for anybody else, under no address, nor for the person once they are gone', async () => {
    const sam = service.resident()
    await sam.visit('/open')
    await attach(sam)
    const href = downloads(sam)['Download one.pdf (1KB)'] ?? ''
    const bob = service.resident()
    await bob.visit('/open')
    await attach(bob)
    const robin = await signedIn(ROBIN, 'call')
    for (const other of [bob, robin, service.resident()])
      expect((await fetchAs(other, href)).status).toBe(404)
    for (const path of [
      href.replace('/open/', '/badge/'),
      href.replace(/[^/]+$/u, 'A'.repeat(32)),
      href.replace(/[^/]+$/u, '..%2f..%2fsecret-key'),
    ])
      expect((await fetchAs(sam, path)).status).toBe(404)
    await sam.visit('/open/you')
    await sam.press('Remove one.pdf')
    expect((await fetchAs(sam, href)).status).toBe(404)
  })

  it('can be fetched from what was sent, by whoever sent it and is signed in', async () => {
    const sam = await signedIn()
    await attach(sam)
    const drafted = downloads(sam)['Download one.pdf (1KB)'] ?? ''
    expect((await fetchAs(sam, drafted)).status).toBe(200)
    await sam.press('Send')
    await sam.visit('/account?lang=cy')
    await sam.visit(/href="(\/account\/requests\/[^"]*)"/u.exec(sam.page.html)?.[1] ?? '')
    const sent = downloads(sam)
    expect(Object.keys(sent)).toContain('Lawrlwytho one.pdf (1KB)')
    const href = sent['Lawrlwytho one.pdf (1KB)'] ?? ''
    const response = await fetchAs(sam, href)
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true)
    expect(response.headers.get('content-disposition')).toContain('attachment; filename="one.pdf"')
    const robin = await signedIn(ROBIN, 'call')
    expect((await fetchAs(robin, href)).status).toBe(404)
    expect((await fetchAs(service.resident(), href)).status).toBe(303)
    expect((await fetchAs(sam, href.replace(/[^/]+$/u, 'A'.repeat(32)))).status).toBe(404)
  })
})
