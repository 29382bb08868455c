import { sendToAccount } from '../actions/send-to-account.ts'
import { dateInWords, todayIn } from '../answers/dates.ts'
import type { Draft } from '../answers/draft.ts'
import type { Input } from '../fields/field.ts'
import { storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import { isSame } from '../flow/values.ts'
import type { Journey } from '../journey/journey.ts'
import { composeFor } from './compose-message.ts'
import type { Decision } from './decision.ts'
import type { Engine } from './engine.ts'
import { goWhere, withNotice } from './go.ts'
import { dropHeldInput } from './held-input.ts'
import { keepAnswers, staleAnswers } from './keep-answers.ts'
import { holdTyped } from './late-press.ts'
import { type Loaded, loadAgain, saveDraft } from './load-draft.ts'
import { maySave } from './may-save.ts'
import type { PageToken } from './page-token.ts'
import { type Read, readAnswers } from './read-answers.ts'
import { remembered } from './record-press.ts'
import { settledFields } from './settled.ts'
import { showStep } from './show-step.ts'
import type { Visitor } from './visitor.ts'

interface SaveFrame {
  readonly loaded: Loaded
  readonly place: Place
  readonly reach: Reach
  readonly visitor: Visitor
  readonly token: PageToken
  readonly input: Input
  /** Names this press, so that its twin gets the same ending. */
  readonly key: string
}

const NOT_SENT = 'Your answers are saved, but we could not send you an email about it.'

/**
 * Keeps what is right of what was typed, says nothing of the rest but seals it for when the person is back, and emails
 * them a link. The time for which answers are kept begins anew.
 */
export async function saveForLater(engine: Engine, frame: SaveFrame): Promise<Decision> {
  const { loaded, place, reach, visitor, token, input } = frame
  const { draft: owned, journey } = loaded
  if (!maySave(loaded) || owned.owner.is !== 'account') return goWhere(loaded, visitor)
  const own = storedAt(place, owned.answers)
  const settled = settledFields(loaded, place, reach.scope, own)
  const read = readAnswers(place, input, reach.scope, settled, own)
  const stale = staleAnswers(loaded, place, token, read)
  if (stale) {
    const overlay = { typed: read.typed, given: read.given, notices: [stale] }
    return { is: 'show', status: 409, page: showStep(engine, loaded, place, overlay) }
  }
  const decision: Decision = { is: 'go', to: { journey: journey.id, saved: true } }
  const kept = place.list ? owned : keepAnswers(loaded, place, read, { validate: false })
  const saved = await saveDraft(engine, loaded, countedPress(owned, kept, place), {
    durable: true,
    ...remembered(frame, owned, decision),
  })
  await dropHeldInput(engine, owned.id, placeKey(place))
  // "We keep them until …" is said of it too.
  if (read.errors.length > 0 && isTyped(read))
    await holdTyped(engine, saved, place, token, input, { until: saved.draft.expiresAt })
  const after = await loadAgain(engine, saved, visitor, saved.draft)
  const isSent = await sendSaved(engine, after, frame, owned.owner.account)
  return isSent ? decision : withNotice(decision, visitor, NOT_SENT)
}

/** The last day on which answers are there, in words. */
export function keptUntil({ site, language }: Journey, expiresAt: number): string {
  return dateInWords(todayIn(site.timeZone, expiresAt), language)
}

function isTyped({ typed }: Read): boolean {
  return Object.values(typed).some((texts) => texts.some((text) => text.trim() !== ''))
}

function countedPress(before: Draft, kept: Draft, place: Place): Draft {
  const press = before.press + 1
  const isChanged = !isSame(storedAt(place, kept.answers), storedAt(place, before.answers))
  const changed = isChanged ? { ...before.changed, [placeKey(place)]: press } : before.changed
  return { ...kept, press, changed }
}

function sendSaved(
  engine: Engine,
  after: Loaded,
  { place, reach }: SaveFrame,
  account: string,
): Promise<boolean> {
  const { journey, draft, progress } = after
  const link = engine.formLink(journey.id)
  const until = keptUntil(journey, draft.expiresAt)
  const at = { scope: progress.scope, place, reach }
  const message = composeFor(engine, after, at, journey.draft.saved ?? '', { link, until })
  return sendToAccount(engine.services, { account, message, until: draft.expiresAt })
}
