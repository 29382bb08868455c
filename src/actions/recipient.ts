import { type Account, findAccount } from '../accounts/account.ts'
import type { CodeSubject } from '../accounts/codes.ts'
import { emailKeyOf } from '../accounts/email-key.ts'
import { readPeer } from '../accounts/peer.ts'
import { keyedHash } from '../accounts/secret.ts'
import { isEmail } from '../answers/email-address.ts'
import { phoneTypeOf } from '../answers/phone-type.ts'
import { isDramaNumber } from '../messages/drama-numbers.ts'
import type { ActionContext } from './action.ts'
import type { Services } from './services.ts'

/** The one of `email`, `phone` and `account` that was given. */
export interface RecipientInput {
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly account?: string | undefined
}

/** Whom a code or a call goes to. */
export type Recipient =
  | { readonly of: 'email'; readonly email: string; readonly key: string }
  | {
      readonly of: 'phone' | 'account'
      readonly number: string
      readonly type: 'mobile' | 'landline'
      readonly account?: Account
    }

/** Undefined: nothing can be sent there (no address, a kind of number that R-TEL-01 refuses, an account without a phone). */
export async function readRecipient(
  { email, phone, account }: RecipientInput,
  { services }: ActionContext,
): Promise<Recipient | undefined> {
  if (email !== undefined)
    return isEmail(email) ? { of: 'email', email, key: emailKeyOf(email) } : undefined
  if (phone !== undefined) {
    const type = reachableType(phone, services)
    return type && { of: 'phone', number: phone, type }
  }
  const found = account === undefined ? undefined : await findAccount(services.store, account)
  const type = found?.phone && reachableType(found.phone.number, services)
  if (!found?.phone || !type) return undefined
  return { of: 'account', account: found, number: found.phone.number, type }
}

/** What reaches a number; undefined: R-TEL-01 refuses it. Ofcom's numbers for drama are nobody's: development only. */
export function reachableType(
  number: string,
  { development }: Services,
): 'mobile' | 'landline' | undefined {
  if (!development && isDramaNumber(number)) return undefined
  const type = phoneTypeOf(number)
  return type === 'other' ? undefined : type
}

/** Said where too many wrong codes were entered, whether a login has the address or not (R-AUTH-06, R-AUTH-12). */
export const CODES_LOCKED =
  'Too many wrong codes have been entered, so we cannot send or check any more for now. You can try again tomorrow, or call us'

/** What a code to this recipient proves, here (R-AUTH-05). */
export function codeSubjectOf(recipient: Recipient, context: ActionContext): CodeSubject {
  const place = { journey: context.journey.id, session: context.session }
  const { network } = readPeer(context.peer)
  if (recipient.of === 'email')
    return { ...place, network, of: 'email', value: recipient.key, address: recipient.key }
  const { of, number, account } = recipient
  if (!account) return { ...place, network, of, value: number, address: number }
  // The number too: once the account has another, a code to the old one proves nothing.
  return { ...place, of, value: `${account.id} ${number}`, address: number }
}

/** The same for a call (R-AUTH-05), as a hash that may be a record's id. */
export function callSubjectOf(recipient: Recipient, context: ActionContext): string {
  const { journey, of, value, session } = codeSubjectOf(recipient, context)
  return keyedHash(context.services.secretKey, 'call', journey, of, value, session)
}
