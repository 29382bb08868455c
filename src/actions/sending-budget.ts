import { BUDGETS, spend } from '../accounts/budget.ts'
import { isPaused, noteProof, noteSend } from '../accounts/conversion.ts'
import { phoneCountryOf } from '../answers/phone-type.ts'
import type { ActionContext } from './action.ts'

/** The country whose numbers the service is for: bounded by the whole budget, not by its own. */
const HOME = 'GB'

/** Whether new numbers are not served for now, because too few of the last ones were proved (R-TEL-04). */
export function isClosed(context: ActionContext): Promise<boolean> {
  return isPaused(countingOf(context))
}

/** Takes a text or call out of the service's budget, before it is sent. False: there is none left for it (R-TEL-03). */
export async function spendOn(
  number: string,
  channel: 'sms' | 'call',
  isNew: boolean,
  context: ActionContext,
): Promise<boolean> {
  const { services, now } = context
  const budgets = services.budgets ?? BUDGETS
  const spender = { store: services.store, now, isNew }
  const country = phoneCountryOf(number)
  if (isNew && country !== undefined && country !== HOME) {
    const most = budgets.perCountry
    const ofCountry = await spend(spender, `country-${country}`, { perHour: most, perDay: most })
    if (ofCountry.status === 'used-up') return false
  }
  const spent = await spend(spender, channel, budgets[channel])
  if (spent.status === 'used-up') return false
  if ('reached' in spent)
    services.alert?.('A budget of texts or calls is being used up', {
      channel,
      percent: spent.reached,
    })
  await watchConversion(number, context)
  return true
}

export async function noteProofOf(number: string, context: ActionContext): Promise<void> {
  await noteProof(countingOf(context), number)
}

async function watchConversion(number: string, context: ActionContext): Promise<void> {
  const told = await noteSend(countingOf(context), number)
  if (told === 'alert')
    context.services.alert?.('Of the last 50 texts and calls fewer than half were answered')
  if (told === 'pause')
    context.services.alert?.(
      'Of the last 50 texts and calls fewer than a quarter were answered: new numbers wait for 30 minutes',
    )
}

function countingOf({ services: { store, secretKey }, now }: ActionContext) {
  return { store, secretKey, now }
}
