import { controlsOf } from '../views/dom.ts'
import { lintPage } from '../views/page-lint.ts'
import type { Resident } from './resident.ts'
import type { SeenPage } from './seen-page.ts'

/** What was found wrong on pages, and which ones were seen: as they are, and with errors. */
export interface Watch {
  readonly faults: string[]
  readonly seen: Set<string>
  readonly withErrors: Set<string>
}

/** A resident whose every page is checked; each page that asks something is also posted empty, in a tab beside it. */
export function watched(resident: Resident, watch: Watch): Resident {
  const after =
    <Args extends readonly unknown[]>(ask: (...args: Args) => Promise<SeenPage>) =>
    async (...args: Args) => {
      const page = await ask(...args)
      look(page, watch)
      await postEmpty(resident, watch)
      return page
    }
  const asks = {
    visit: after(resident.visit),
    press: after(resident.press),
    follow: after(resident.follow),
  }
  return Object.assign(Object.create(resident) as Resident, asks)
}

function look(page: SeenPage, { faults, seen, withErrors }: Watch): void {
  const place = placeOf(page)
  ;(page.status === 422 ? withErrors : seen).add(place)
  // A search of staff is a GET: its address can be kept, and it changes nothing.
  const rules = lintPage(page.html, { errors: page.status === 422 }).filter(
    ({ rule }) => rule !== 'F03' || !place.startsWith('admin/'),
  )
  for (const { rule, message } of rules)
    faults.push(`${place} (${page.status}): ${rule} ${message}`)
}

/** Journey and step; items of a repeat are one place, its list another. */
function placeOf({ path }: SeenPage): string {
  return path
    .replace(/\?.*$/u, '')
    .replace(/\/\d+$/u, '')
    .slice(1)
}

async function postEmpty(resident: Resident, watch: Watch): Promise<void> {
  const { page } = resident
  if (page.status !== 200 || controlsOf(page.dom).length === 0) return
  const button = page.buttons.find((one) => one === 'Continue') ?? page.buttons[0] ?? ''
  const { method, action, body } = resident.formOf(button)
  if (method === 'get') return
  const names = new Set(['page', 'token', 'button'])
  const bare = new URLSearchParams([...body].filter(([name]) => names.has(name)))
  look(await resident.duplicateTab().post(action, bare), watch)
}
