import { readPageToken, writePageToken } from '../../src/engine/page-token.ts'
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

const OF_NODE = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']

/** The headers that a page is sent with, but for those that Node writes by itself. */
export async function pageHeadersOf(
  origin: string,
  { cookie }: Visitor,
  headers: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  return ownHeaders(await fetch(origin + ASKED, { headers: { ...headers, cookie } }))
}

/** The same of the redirect after a press; the visitor presses. */
export async function redirectHeadersOf(
  origin: string,
  visitor: Visitor,
  headers: Readonly<Record<string, string>>,
  { key, answers }: { readonly key: Buffer; readonly answers: string },
): Promise<Readonly<Record<string, string>>> {
  const { cookie, session, draft, press } = visitor
  const token = writePageToken(
    { session, draft, press, place: PRESSED.split('/').at(-1) ?? '' },
    key,
  )
  visitor.press += 1
  const response = await fetch(origin + PRESSED, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(`page=${token}&${answers}`),
    headers: { ...headers, cookie, origin },
  })
  if (response.status !== 303) throw new Error(`a press was answered by ${response.status}`)
  return ownHeaders(response)
}

function ownHeaders({ headers }: Response): Readonly<Record<string, string>> {
  return Object.fromEntries([...headers].filter(([name]) => !OF_NODE.includes(name)))
}
