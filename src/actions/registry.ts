import type { ActionContract } from '../journey/contract.ts'
import { acceptInvitation } from './accept-invitation.ts'
import type { Action } from './action.ts'
import { activateAccount } from './activate-account.ts'
import { callMe } from './call-me.ts'
import { checkCall } from './check-call.ts'
import { checkCode } from './check-code.ts'
import { checkEmailFree } from './check-email-free.ts'
import { checkPassword } from './check-password.ts'
import { clearPhone } from './clear-phone.ts'
import { createLogin } from './create-login.ts'
import { deactivateAccount } from './deactivate-account.ts'
import { replaceEmail } from './replace-email.ts'
import { sendCode } from './send-code.ts'
import { sendMessage } from './send-message.ts'
import { sentMessages } from './sent-messages.ts'
import { setEmail } from './set-email.ts'
import { setName } from './set-name.ts'
import { setPassword } from './set-password.ts'
import { setPhone } from './set-phone.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { submitRequest } from './submit-request.ts'

/** The built-in actions by name (FORMAT.md, The press). */
export const actions: ReadonlyMap<string, Action> = new Map(
  [
    sendCode,
    checkCode,
    callMe,
    checkCall,
    checkPassword,
    checkEmailFree,
    createLogin,
    setPhone,
    signIn,
    signOut,
    setPassword,
    setName,
    setEmail,
    submitRequest,
    sendMessage,
    acceptInvitation,
    activateAccount,
    clearPhone,
    replaceEmail,
    deactivateAccount,
  ].map((action) => [action.name, action]),
)

/** What definitions are checked against: the contracts alone. */
export function contractsOf(
  known: ReadonlyMap<string, Action>,
): ReadonlyMap<string, ActionContract> {
  return new Map(
    [...known].map(([name, { run: _run, readCarries: _readCarries, ...contract }]) => [
      name,
      contract,
    ]),
  )
}

/** What actions store beside accounts, drafts and submissions; the store and the outbox are opened with it. */
export const actionCollections = [sentMessages] as const
