import { describe, expect, test } from 'vitest'
import { attribute, isA, readPage } from '../views/dom.ts'
import { lintPage } from '../views/page-lint.ts'
import { addAccount, addCase, openOffice, START } from './office.ts'
import { JOURNEY } from './sample-journey.ts'

const HOSTILE = '<script>alert(1)</script><%= 7*7 %>{{7*7}}"><img src=x onerror=alert(1)>'
const CASE = '/admin/account-request/case-1'

describe('a case', () => {
  test('shows what was sent, what happened, and the moves that are open to this role', async () => {
    const { get, signIn, store } = await openOffice()
    await addCase(store, 1)
    const html = await (await get(CASE, await signIn('jo', ['activator']))).text()
    expect(html).toContain('<h1 class="govuk-heading-l">HDJ2-1001</h1>')
    expect(html).toContain('Someone else’s')
    expect(html).toContain('Sent on 3 May 2026 at 10am')
    expect(html).toContain(`href="${CASE}/activate"`)
    expect(html).toContain(`href="${CASE}/reject"`)
    expect(lintPage(html, { back: true })).toEqual([])
    const looks = await (await get(CASE, await signIn('al', ['adviser']))).text()
    expect(looks).not.toContain(`${CASE}/`)
  })

  test('words of residents and staff are words, in the list and in the case (R-WEB-08)', async () => {
    const { get, search, signIn, store } = await openOffice()
    await addAccount(store, 'sam', [], { firstName: HOSTILE })
    await addCase(store, 1, {
      account: 'sam',
      status: HOSTILE,
      answers: { surname: HOSTILE, [HOSTILE]: HOSTILE, helpers: [{ firstName: HOSTILE }] },
      path: ['details', 'helpers/1'],
      history: [
        {
          at: START,
          by: 'sam',
          move: 'reject',
          to: HOSTILE,
          asked: { note: HOSTILE, [HOSTILE]: 1 },
        },
      ],
    })
    const jo = await signIn('jo', ['*'])
    const list = '/admin/account-request'
    const searched = await search(list, jo, { q: HOSTILE })
    for (const [path, page] of Object.entries({
      [list]: await get(list, jo),
      'what was searched': searched,
      [CASE]: await get(CASE, jo),
    })) {
      const html = await page.text()
      const { elements } = readPage(html)
      expect(
        elements.filter((one) => isA(one, 'img')),
        path,
      ).toEqual([])
      expect(elements.filter((one) => isA(one, 'script') && !attribute(one, 'src'))).toEqual([])
      // A page's own token may hold any digits.
      expect(html.replace(/ value="[\w.-]{40,}"/gu, '')).not.toMatch(/49/u)
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;%= 7*7 %&gt;{{7*7}}')
    }
  })

  test('is shown by the definition that it was made with, read once', async () => {
    let reads = 0
    const holder = JOURNEY.fields.get('recordHolder')
    if (!holder) throw new Error('no recordHolder')
    const options = [{ value: 'other', title: 'That of another person' }]
    const then = {
      ...JOURNEY,
      hash: 'hash-then',
      fields: new Map([...JOURNEY.fields, ['recordHolder', { ...holder, options }]]),
    }
    const journeyOf = async () => {
      reads++
      return then
    }
    const { get, signIn, store } = await openOffice({ journeyOf })
    await addCase(store, 1, { hash: 'hash-then' })
    await addCase(store, 2, { hash: 'hash-then' })
    const jo = await signIn('jo', ['*'])
    for (const path of ['/admin/account-request', CASE])
      expect(await (await get(path, jo)).text()).toContain('That of another person')
    expect(reads).toBe(1)
  })
})
