import type { Field } from '../../src/fields/field.ts'
import type { Journey, Step } from '../../src/journey/journey.ts'
import { controlsOf } from '../views/dom.ts'
import { helpLinksOf } from '../views/lint-page-rules.ts'
import { type LintOptions, lintPage } from '../views/page-lint.ts'
import type { Resident } from './resident.ts'
import type { SeenPage } from './seen-page.ts'

/** What was found wrong on pages, and which ones were seen: as they are, and with errors. */
export interface Watch {
  readonly journeys: ReadonlyMap<string, Journey>
  readonly faults: string[]
  readonly seen: Set<string>
  readonly withErrors: Set<string>
  /** The first page of each place and state, by `place status`. */
  readonly pages: Map<string, SeenPage>
  /** The links for help, in their order: one and the same on every page (P24). */
  readonly helps: Set<string>
}

export function createWatch(journeys: Watch['journeys']): Watch {
  return {
    journeys,
    faults: [],
    seen: new Set(),
    withErrors: new Set(),
    pages: new Map(),
    helps: new Set(),
  }
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
    post: after(resident.post),
  }
  return Object.assign(Object.create(resident) as Resident, asks)
}

/** What a rule does not mean. */
const EXEMPT: readonly { readonly place: string; readonly rule: string; readonly why: string }[] = [
  { place: 'admin/', rule: 'F03', why: 'A search is a GET: its address can be kept' },
  { place: 'dev/', rule: 'P22', why: 'Messages to one person may have one subject' },
]

function look(page: SeenPage, watch: Watch): void {
  const { faults, seen, withErrors, pages, helps } = watch
  const place = placeOf(page)
  ;(page.status === 422 ? withErrors : seen).add(place)
  const key = `${place} ${page.status}${page.notices.length > 0 ? ' notice' : ''}`
  if (!pages.has(key)) pages.set(key, page)
  helps.add(helpLinksOf(page.dom).join(', '))
  const rules = lintPage(page.html, optionsFor(page, place, watch)).filter(
    ({ rule }) => !EXEMPT.some((one) => one.rule === rule && place.startsWith(one.place)),
  )
  for (const { rule, message } of rules)
    faults.push(`${place} (${page.status}): ${rule} ${message}`)
}

function optionsFor(page: SeenPage, place: string, { journeys }: Watch): LintOptions {
  // Staff write about other people only.
  if (place.startsWith('admin')) return { errors: page.status === 422, isOthers: () => true }
  // A press that is refused may come again with a summary, or be a page about that alone.
  if (page.status >= 400 && page.status !== 422) return {}
  const errors = page.status === 422
  const [journey = '', id = ''] = place.split('/')
  const step = journeys.get(journey)?.steps.find((one) => one.id === id)
  if (!step) return { errors }
  const others = fieldsOf(step).filter(({ presentation }) => presentation.subject === 'other')
  const isOthers = (control: string) =>
    others.some(({ name }) => control === name || control.startsWith(`${name}-`))
  return { errors, isOthers, ...kindOf(step) }
}

function fieldsOf(step: Step): readonly Field[] {
  return step.entries.flatMap((entry) => (entry.is === 'field' ? [entry.field] : []))
}

function kindOf(step: Step): Pick<LintOptions, 'kind' | 'back'> {
  if (step.kind === 'check-answers') return { kind: 'check-answers' }
  const asks = step.entries.some((entry) => entry.is === 'field' && !entry.readOnly)
  return asks && step.kind === 'question' ? { kind: 'question', back: true } : {}
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
