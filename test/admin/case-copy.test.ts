import { describe, expect, test } from 'vitest'
import type { Journey } from '../../src/journey/journey.ts'
import { readPdf } from '../views/read-pdf.ts'
import { addCase, openOffice } from './office.ts'
import { ADMIN, JOURNEY } from './sample-journey.ts'

const CASE = '/admin/account-request/case-1'
const COPY = `${CASE}.pdf`
const MASKING: Journey = {
  ...JOURNEY,
  admin: {
    ...ADMIN,
    roles: {
      ...ADMIN.roles,
      masker: { see: 'all', mask: ['email'], reveal: true, move: [] },
      narrow: { see: ['surname'], mask: [], reveal: false, move: [] },
    },
  },
}

async function office() {
  const opened = await openOffice({ journeyOf: async () => MASKING }, MASKING)
  await addCase(opened.store, 1)
  const textFor = async (name: string, roles: readonly string[]) => {
    const response = await opened.get(COPY, await opened.signIn(name, roles))
    expect(response.headers.get('content-type')).toBe('application/pdf')
    return readPdf(new Uint8Array(await response.arrayBuffer()))
  }
  return { ...opened, textFor }
}

describe('a copy of a case, as a PDF', () => {
  test('is offered on its page, and says what that says', async () => {
    const { get, signIn, textFor } = await office()
    const html = await (await get(CASE, await signIn('jo', ['adviser']))).text()
    expect(html).toContain(`href="${COPY}" download`)
    const pdf = await textFor('al', ['adviser'])
    expect(pdf).toMatchObject({ language: 'en', isTagged: true, active: [] })
    for (const words of ['HDJ2-1001', 'Taylor', 'sam@example.com'])
      expect(pdf.text).toContain(words)
  })

  test('shows no more than the role sees, and masked what is masked (R-ACL-01)', async () => {
    const { textFor } = await office()
    const masked = await textFor('jo', ['masker'])
    expect(masked.text).toContain('Taylor')
    expect(masked.text).toContain('••••••om')
    expect(masked.text).not.toContain('sam@example.com')
    const narrow = await textFor('al', ['narrow'])
    expect(narrow.text).toContain('Taylor')
    expect(narrow.text).not.toContain('example.com')
  })

  test('is recorded before it is made, as a look that the person is told of (R-AUD-01)', async () => {
    const { textFor, audited } = await office()
    await textFor('jo', ['narrow'])
    const found = (await audited()).filter(({ act }) => act === 'copy')
    expect(found).toEqual([
      expect.objectContaining({
        by: 'jo',
        cases: ['case-1'],
        journey: 'account-request',
        fields: ['surname'],
      }),
    ])
  })

  test('is not there for who may not see the case, and is refused where it cannot be recorded', async () => {
    const { get, signIn, breaking } = await office()
    expect((await get(COPY, await signIn('jo', ['nobody']))).status).toBe(404)
    expect(
      (await get(COPY.replace('case-1', 'case-2'), await signIn('al', ['adviser']))).status,
    ).toBe(404)
    const cookie = await signIn('kim', ['adviser'])
    breaking.audit = true
    const refused = await get(COPY, cookie)
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      503,
      'text/html; charset=UTF-8',
    ])
  })
})
