import { invite } from '../invite.ts'
import type { CommandPlace } from './control.ts'

export type PersonInvited =
  | { readonly status: 'invited'; readonly journey: string; readonly days: number }
  | { readonly status: 'refused'; readonly words: string }

const DAY = 24 * 60 * 60_000

/** Sends a person the link of a journey; without one, of the only journey whose admin.yaml has `invite`. */
export async function invitePerson(
  { services, forms }: CommandPlace,
  { email, journey: id }: { readonly email: string; readonly journey?: string },
): Promise<PersonInvited> {
  const inviting = forms.journeys.flatMap(({ journey, status }) =>
    journey?.admin.invite && status === 'sound' ? [journey] : [],
  )
  const ids = inviting.map((one) => one.id).join(', ')
  const [journey, another] = inviting.filter((one) => id === undefined || one.id === id)
  if (!journey)
    return {
      status: 'refused',
      words: ids
        ? `The admin.yaml of "${id}" has no "invite". There are: ${ids}.`
        : 'No admin.yaml has "invite".',
    }
  if (another) return { status: 'refused', words: `Say which with --journey. There are: ${ids}.` }
  const invited = await invite(services, { journey, email, carries: {} })
  if (invited.status === 'refused') return invited
  const days = Math.round((invited.expiresAt - services.now()) / DAY)
  return { status: 'invited', journey: journey.title, days }
}
