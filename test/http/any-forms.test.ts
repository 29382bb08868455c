import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addStaff } from '../../src/cli/add-staff.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'

const formsDir = fileURLToPath(new URL('../fixtures/forms-other', import.meta.url))

describe('another folder of forms', () => {
  let service: TestService
  beforeAll(async () => {
    service = await startTestService({ formsDir })
  })
  afterAll(() => service.close())

  it('is served, from the first page to the reference', async () => {
    const resident = service.resident()
    await resident.visit('/')
    expect(resident.page.html).toContain('Little Parish Council')
    await resident.follow('Thank a member of staff')
    expect((await resident.press('Continue')).errors).toHaveLength(2)
    resident.fill('Who helped you?', 'The librarian')
    resident.fill('What did they do?', 'Found my book')
    await resident.press('Continue')
    expect(resident.page.text).toContain('The librarian')
    await resident.press('Send your thanks')
    expect(resident.page.text).toMatch(/Your reference number\s*\S+/u)
  })

  it.each(['/login', '/account-request', '/blue-badge', '/account', '/admin', '/pages/help'])(
    'knows nothing of %s',
    async (path) => {
      const page = await service.resident().visit(path)
      expect(page.status).toBe(404)
      expect(lintPage(page.html)).toEqual([])
    },
  )

  it('says no word of accounts, codes or another council', async () => {
    const resident = service.resident()
    for (const path of ['/', '/compliment', '/nowhere']) {
      const { html } = await resident.visit(path)
      expect(html).not.toMatch(/Norfolk|sign in|log in|password|verification/iu)
    }
  })

  it('says in words that nobody can be made staff where nobody can sign in', async () => {
    const added = await addStaff(service.running, { email: 'pat@example.org' })
    expect(added).toMatchObject({ status: 'refused', words: expect.stringContaining('signIn') })
  })

  it('answers 503 for a journey with a mistake, serves the others, and logs where the mistake is', async () => {
    const resident = service.resident()
    for (const path of ['/broken', '/broken/start']) {
      const page = await resident.visit(path)
      expect([page.status, page.heading]).toEqual([503, 'This form is not available'])
      expect(lintPage(page.html)).toEqual([])
    }
    await resident.visit('/')
    expect(resident.page.links).toEqual(['Thank a member of staff'])
    const logged = service.logged.filter(({ level }) => level === 'error').map(({ about }) => about)
    expect(logged).toContainEqual(
      expect.objectContaining({ file: expect.stringMatching(/broken\/flow\.yaml$/u), line: 5 }),
    )
  })
})
