import { createInvitation, findOpenInvitation, invitations } from './accounts/invitations.ts'
import { outgoingOf } from './actions/outgoing.ts'
import type { Services } from './actions/services.ts'
import { dateInWords, todayIn } from './answers/dates.ts'
import { isEmail } from './answers/email-address.ts'
import { composeWith } from './engine/compose-message.ts'
import type { Field, JsonObject } from './fields/field.ts'
import { kindOf } from './fields/kinds.ts'
import { isGiven } from './flow/conditions.ts'
import type { World } from './flow/scope.ts'
import type { Journey } from './journey/journey.ts'
import { urls } from './urls.ts'

export interface InviteRequest {
  readonly journey: Journey
  /** As it was typed. */
  readonly email: string
  /** What staff know of the person, of the keys that the journey's invitations carry. */
  readonly carries: JsonObject
}

export type Invited =
  | { readonly status: 'invited'; readonly id: string; readonly expiresAt: number }
  | { readonly status: 'refused'; readonly words: string }

/** Staff see what became of an invitation for so long after it has ended: milliseconds. */
const SHOWN = 90 * 24 * 60 * 60_000

/** Asked for again within this time it was pressed twice: a second link would end the first. Milliseconds. */
const TWICE = 10_000

/** Sends a person a link into a journey; an earlier one to the same address ends. The email is recorded with the invitation (R-AUTH-35). */
export async function invite(
  { store, origin, outbox, now: clock }: Services,
  { journey, email, carries }: InviteRequest,
): Promise<Invited> {
  const { admin, invitation } = journey
  if (!admin.invite || !invitation)
    return { status: 'refused', words: `Nobody can be invited to "${journey.id}".` }
  if (!isEmail(email)) return { status: 'refused', words: 'This is not an email address.' }
  const { message, asks } = admin.invite
  const now = clock()
  const last = await findOpenInvitation(store, journey.id, email, now)
  if (last && now - last.createdAt < TWICE)
    return { status: 'invited', id: last.id, expiresAt: last.expiresAt }
  const expiresAt = now + invitation.keep
  const until = dateInWords(todayIn(journey.site.timeZone, expiresAt), journey.language)
  const known = { ...carries, email }
  const scope = { world: worldOf(journey, known, now), answers: {} }
  const made = await createInvitation(
    store,
    { journey: journey.id, email, carries, expiresAt, keptUntil: expiresAt + SHOWN },
    now,
    (token) => {
      const link = `${origin}${urls.journey(journey.id)}?invitation=${token}`
      const composed = composeWith(
        { services: { origin } },
        { journey },
        scope,
        message,
        { ...inWords(asks, known, scope.world), link, until },
        [],
      )
      return [outgoingOf(composed, email, now, expiresAt)]
    },
  )
  outbox.dispatch(invitations, made.invitation.id)
  return { status: 'invited', id: made.invitation.id, expiresAt }
}

/** What staff were asked, as the message says it; what they left empty says nothing. */
function inWords(
  asks: readonly Field[],
  known: JsonObject,
  world: World,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    asks.map((field) => {
      const value = known[field.name]
      return [
        field.name,
        isGiven(value) ? kindOf(field.kind).summarise(field, value, world).join(', ') : '',
      ]
    }),
  )
}

/** What the message may speak of: the site's words, the day, and what the invitation carries. */
function worldOf(journey: Journey, invitation: JsonObject, now: number): World {
  return {
    journey,
    contracts: new Map(),
    journeyGives: new Map(),
    now,
    today: todayIn(journey.site.timeZone, now),
    language: journey.language,
    session: '',
    facts: [],
    invitation,
    given: {},
    query: {},
  }
}
