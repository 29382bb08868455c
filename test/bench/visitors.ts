import { readPageToken } from '../../src/engine/page-token.ts'
import { createResident } from '../client/resident.ts'
import type { Visitor } from './load.ts'

export const FIRST = '/blue-badge/start'
/** Where someone is who has answered three steps. */
export const ASKED = '/blue-badge/birth'
/** The last of the three, whose answer is given again and again. */
export const PRESSED = '/blue-badge/name'

/** Someone with a session and a draft, who has answered the first three steps. */
export async function walkThreeSteps(origin: string, key: Buffer): Promise<Visitor> {
  const resident = createResident((url, init) => fetch(url, init), origin)
  await resident.visit(FIRST)
  await resident.press('Continue')
  resident.choose('Who is the badge for?', 'Me')
  await resident.press('Continue')
  resident.fill('First name', 'Sam')
  resident.fill('Surname', 'Taylor')
  await resident.press('Continue')
  if (resident.page.path !== ASKED) throw new Error(`led to ${resident.page.path}`)
  const text = /name="page" value="([^"]+)"/u.exec(resident.page.html)?.[1]
  const token = readPageToken(text, key)
  if (!token) throw new Error('the page has no token')
  const { session, draft, press } = token
  return { cookie: resident.cookies.header() ?? '', session, draft, press }
}

/** What each of them sees. */
export function pagesOf(
  origin: string,
  visitors: readonly Visitor[],
  headers: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  return Promise.all(
    visitors.map(async ({ cookie }) => {
      const response = await fetch(origin + ASKED, { headers: { ...headers, cookie } })
      return response.text()
    }),
  )
}
