import type { FromSchema } from 'json-schema-to-ts'
import { emailKeyOf } from '../accounts/email-key.ts'
import { readInvitation } from '../accounts/invitations.ts'
import { defineAction } from './action.ts'
import { INPUTS, LASTS } from './inputs.ts'

const input = {
  type: 'object',
  properties: { email: INPUTS.email },
  required: ['email'],
  additionalProperties: false,
} as const

/** Who opened the link reads the mail of the address that it was sent to, and of no other. */
export const acceptInvitation = defineAction(
  {
    name: 'accept-invitation',
    input,
    outcomes: ['accepted', 'used-or-expired'],
    words: {
      'used-or-expired':
        'This link does not work any more: it is too old, it has been used, or there is a newer one. Use the newest link that you were sent. If there is none, ask for a new one',
    },
    needs: [{ fact: 'invited' }],
    gives: [
      { on: 'accepted', fact: 'email-verified', about: ['email'], lasts: LASTS.emailVerified },
    ],
  },
  async ({ email }: FromSchema<typeof input>, { invitation, account, now, services }) => {
    const carried =
      invitation === undefined
        ? undefined
        : await readInvitation(services.store, invitation, account, now)
    const isSame = emailKeyOf(String(carried?.['email'] ?? '')) === emailKeyOf(email)
    return { outcome: carried && isSame ? 'accepted' : 'used-or-expired' }
  },
)
