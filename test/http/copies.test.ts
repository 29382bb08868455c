import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answerForThemselves,
  goToGate,
  ROBIN,
  registerWhole,
  SAM,
  submit,
} from '../client/account-stories.ts'
import {
  addVehicle,
  answerAboutBenefit,
  answerAboutPerson,
  declare,
  saysAnother,
  skipMedicinesAndBadge,
} from '../client/blue-badge-stories.ts'
import type { Resident } from '../client/resident.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { isA, readPage, textOf } from '../views/dom.ts'
import { lintPage } from '../views/page-lint.ts'
import { readPdf } from '../views/read-pdf.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

const LINK = 'Download a copy (PDF)'
const SIAN = { ...SAM, firstName: 'Siân', surname: 'Ŵyn-Llŷr' }

async function download(resident: Resident, path: string): Promise<Response> {
  const cookie = resident.cookies.header() ?? ''
  return service.running.app.request(`${service.origin}${path}`, { headers: { cookie } })
}

async function pdfAt(resident: Resident, path: string) {
  const response = await download(resident, path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return readPdf(new Uint8Array(await response.arrayBuffer()))
}

function hrefOf({ page }: Resident, words = LINK): string {
  const href = new RegExp(`href="([^"]+)"[^>]*>${words.replace(/[()]/gu, '\\$&')}<`, 'u').exec(
    page.html,
  )?.[1]
  if (href === undefined) throw new Error(`no link "${words}" on ${page.path}`)
  return href
}

const squeezed = (text: string) => text.replace(/\s+/gu, '')

/** Headings, questions and answers as the page shows them, in order, without blanks: a line ends in one or the other. */
function summaryOf({ page }: Resident): string {
  const parts = readPage(page.html).elements.filter((one) => isA(one, 'dt', 'dd', 'h2'))
  const words = parts.map(textOf)
  const end = words.indexOf('Who has looked at your request')
  expect(end).toBeGreaterThan(15)
  return squeezed(words.slice(0, end).join(''))
}

async function sent(
  person = SIAN,
): Promise<{ readonly resident: Resident; readonly reference: string }> {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, person, person === ROBIN ? 'call' : 'text')
  await answerForThemselves(resident)
  return { resident, reference: await submit(resident) }
}

describe('a copy of what somebody sent', () => {
  it('is offered where it was sent and in the account, and says what the page says', async () => {
    const { resident, reference } = await sent()
    expect(lintPage(resident.page.html)).toEqual([])
    const atOnce = hrefOf(resident)
    expect(atOnce).toBe('/account-request/copy.pdf')
    const first = await pdfAt(resident, atOnce)
    await resident.visit(`/account/requests/${reference}`)
    expect(lintPage(resident.page.html, { back: true })).toEqual([])
    const later = await pdfAt(resident, hrefOf(resident))
    expect(later).toEqual(first)
    expect(later).toMatchObject({
      title: 'Account Request',
      language: 'en',
      isTagged: true,
      active: [],
    })
    expect(squeezed(later.text)).toContain(summaryOf(resident))
    expect(later.text).toContain('Siân')
    expect(later.text).toContain('Ŵyn-Llŷr')
    const { headers } = await download(resident, `/account/requests/${reference}/copy.pdf`)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="account-request-${reference}.pdf"`,
    )
  })

  it('is in the language that they read', async () => {
    const { resident, reference } = await sent()
    await resident.visit(`/account/requests/${reference}?lang=cy`)
    const pdf = await pdfAt(resident, hrefOf(resident, 'Lawrlwytho copi (PDF)'))
    expect(pdf.language).toBe('cy')
    expect(pdf.text).toContain('27 Mawrth 1951')
    expect(pdf.artifacts).toContain('Tudalen 1 o')
  })

  it('is for nobody else (R-ACL-02)', async () => {
    const { resident, reference } = await sent()
    const robin = (await sent(ROBIN)).resident
    expect((await download(robin, `/account/requests/${reference}/copy.pdf`)).status).toBe(404)
    const own = await pdfAt(robin, '/account-request/copy.pdf')
    expect(own.text).not.toContain(reference)
    const nobody = service.resident()
    await nobody.visit('/account-request')
    expect((await download(nobody, '/account-request/copy.pdf')).status).toBe(404)
    const signedOut = await download(nobody, `/account/requests/${reference}/copy.pdf`)
    expect([signedOut.status, signedOut.headers.get('location')]).toEqual([303, '/login'])
    await resident.visit('/account')
    await resident.press(/log out$/u)
    expect((await download(resident, '/account-request/copy.pdf')).status).toBe(404)
  })

  it('is there without an account, for the browser that sent it and while its page is', async () => {
    const sam = service.resident()
    await answerAboutPerson(sam)
    await answerAboutBenefit(sam)
    await skipMedicinesAndBadge(sam)
    await addVehicle(sam, 'AB12 CDE')
    await saysAnother(sam, 'No')
    await declare(sam)
    const early = await download(sam, '/blue-badge/copy.pdf')
    expect(early.status).toBe(404)
    await sam.press(/^(?:Send|Submit)/u)
    const pdf = await pdfAt(sam, hrefOf(sam))
    expect(pdf.text).toMatch(/Vehicle 1 .*AB12 ?CDE/u)
    expect((await download(service.resident(), '/blue-badge/copy.pdf')).status).toBe(404)
  })
})
