import { randomBytes } from 'node:crypto'
import type { ShownStep } from '../engine/decision.ts'
import type { Step } from '../journey/journey.ts'
import type { MainView } from '../views/page.ts'
import { renderStepMain } from '../views/render-step.ts'
import type { SiteView } from '../views/step-page.ts'
import { stepView } from './step-view.ts'

/** Page → its HTML: the engine hands out the same page while nothing has changed. */
const mains = new WeakMap<ShownStep, { readonly from: string; readonly main: MainView }>()

/**
 * The HTML of a page that the engine shows. A question that nobody has answered yet looks the same for everybody but for
 * its token: it is rendered once, with a slot for that. `from`: whence the person came to the journey.
 */
export function mainOf(page: ShownStep, site: SiteView, from: string): MainView {
  const known = mains.get(page)
  if (known?.from === from) return known.main
  const main = isBlank(page)
    ? blankOf(page, site, from)
    : renderStepMain(stepView(page, site, from))
  mains.set(page, { from, main })
  return main
}

/** Nothing of what a person typed, and nothing that is said once. */
function isBlank({ blocks, errors, notices, summary, list }: ShownStep): boolean {
  return (
    errors.length === 0 &&
    notices.length === 0 &&
    summary.length === 0 &&
    list === undefined &&
    blocks.every((block) => block.is === 'content' || isEmpty(block.typed))
  )
}

function isEmpty(typed: object): boolean {
  for (const _name in typed) return false
  return true
}

/** A page as it looks for everybody. */
interface Blank {
  readonly page: ShownStep
  readonly site: SiteView
  readonly from: string
  readonly main: MainView
}

/** How many looks of one step are kept, and of how many steps. */
const MOST = { looks: 4, steps: 200 } as const

/** Step → how it looks, the newest first; the step that was rendered last stands last. */
const blanks = new Map<Step, readonly Blank[]>()

/** Stands for the token while a page is rendered. Nobody else can know it. */
const SLOT = randomBytes(16).toString('hex')

function blankOf(page: ShownStep, site: SiteView, from: string): MainView {
  const looks = blanks.get(page.step) ?? []
  const known = looks.find(
    (one) => one.site === site && one.from === from && isAlike(one.page, page),
  )
  if (known) return known.main
  const main = { ...renderStepMain(stepView({ ...page, token: SLOT }, site, from)), slot: SLOT }
  blanks.delete(page.step)
  blanks.set(page.step, [{ page, site, from, main }, ...looks.slice(0, MOST.looks - 1)])
  const [oldest] = blanks.keys()
  if (blanks.size > MOST.steps && oldest) blanks.delete(oldest)
  return main
}

/** Whether two pages show the same, whatever their tokens. What belongs to the definition is the very same object. */
function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isPart(one) || !isPart(other)) return false
  let left = Object.keys(other).length
  for (const name in one) {
    if (!Object.hasOwn(other, name)) return false
    if (name !== 'token' && !isAlike(one[name], other[name])) return false
    left -= 1
  }
  return left === 0
}

/** What the engine made for this page: no part of the definition, which is frozen. */
function isPart(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Object.isFrozen(value)
}
