import { isCommonPassword } from '../accounts/common-password.ts'
import { checkLength, hashPassword } from '../accounts/password.ts'
import type { ActionContext } from './action.ts'

/** A password that was chosen, hashed; or why it cannot be taken (R-AUTH-20, R-AUTH-21). Throws when too many are hashed at once (503). */
export async function readNewPassword(
  password: string,
  owner: { readonly email: string; readonly names: readonly string[] },
  { journey }: ActionContext,
): Promise<{ readonly hash: string } | { readonly refused: 'too-common' | 'too-long' }> {
  const length = checkLength(password)
  if (length === 'too-long') return { refused: 'too-long' }
  // Too short only by NFC: what stood as eight code points was fewer.
  const { service, council } = journey.site
  if (length === 'too-short' || isCommonPassword(password, { ...owner, service, council }))
    return { refused: 'too-common' }
  const made = await hashPassword(password)
  if (made.status === 'busy') throw new Error('too many passwords are being hashed at once')
  return { hash: made.hash }
}

/** Words for what cannot be taken. */
export const PASSWORD_WORDS = {
  'too-common':
    'This password is easy to guess: it is on a list of common passwords, or made of your name, your email address or ours. Choose another',
  'too-long':
    'Your password must be 1,024 characters or less. Some letters and signs count as several',
} as const
