import { sendToAccount } from '../actions/send-to-account.ts'
import { todayIn } from '../answers/dates.ts'
import type { Draft } from '../answers/draft.ts'
import type { World } from '../flow/scope.ts'
import type { Journey } from '../journey/journey.ts'
import { dayOf, drafts } from '../store/records.ts'
import { languageFor } from './case-scope.ts'
import { composeWith } from './compose-message.ts'
import type { Engine } from './engine.ts'
import { isEmpty } from './load-draft.ts'
import { keptUntil } from './save-for-later.ts'

const DAY = 24 * 60 * 60_000
/** How many days before it goes somebody is told, the last first. */
const BEFORE = [1, 7] as const

/**
 * Tells the owners of answers that will soon be deleted. To be run often: a reminder has its draft, its day and its
 * number in its own id, so that it is recorded, and sent, once.
 */
export async function remindOwners(engine: Engine): Promise<void> {
  const now = engine.now()
  for (let day = 0; day <= BEFORE[1]; day++)
    for (const id of await engine.store.find(drafts, 'expires', dayOf(now + day * DAY))) {
      const draft = (await engine.store.read(drafts, id))?.value
      const journey = draft && engine.journeys.get(draft.journey)
      if (journey) await remindOwner(engine, journey, draft)
    }
}

async function remindOwner(engine: Engine, written: Journey, draft: Draft): Promise<void> {
  const { reminder, keep } = written.draft
  const { owner, expiresAt } = draft
  const left = expiresAt - engine.now()
  const days = BEFORE.find((one) => left <= one * DAY)
  if (reminder === undefined || owner.is !== 'account' || draft.submission || isEmpty(draft)) return
  if (days === undefined || left <= 0 || keep <= days * DAY) return
  const language = await languageFor(engine, owner.account, draft.language ?? '')
  const journey = written.translations.get(language) ?? written
  const own = { link: engine.formLink(journey.id), until: keptUntil(journey, expiresAt) }
  const scope = { world: worldOf(journey, engine.now()), answers: {} }
  await sendToAccount(engine.services, {
    account: owner.account,
    message: composeWith(engine, { journey }, scope, reminder, own, []),
    until: expiresAt,
    once: `${draft.id}-${days}-${expiresAt.toString(36)}`,
  })
}

/** A reminder says the site's words, a link and a day: nothing of what was answered. */
function worldOf(journey: Journey, now: number): World {
  return {
    journey,
    contracts: new Map(),
    journeyGives: new Map(),
    now,
    today: todayIn(journey.site.timeZone, now),
    language: journey.language,
    session: '',
    facts: [],
    invitation: {},
    given: {},
    query: {},
  }
}
