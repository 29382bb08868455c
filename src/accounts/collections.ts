import { accounts } from './account.ts'
import { spendings } from './budget.ts'
import { callUses } from './call-uses.ts'
import { codeFailures } from './code-failures.ts'
import { challenges } from './codes.ts'
import { conversions } from './conversion.ts'
import { invitations } from './invitations.ts'
import { counters } from './limits.ts'
import { lockouts } from './lockout.ts'
import { sessions } from './sessions.ts'

/** All that this folder stores; the store is opened with them. */
export const accountCollections = [
  accounts,
  callUses,
  challenges,
  codeFailures,
  conversions,
  counters,
  invitations,
  lockouts,
  sessions,
  spendings,
] as const

/** Those of them whose records end by themselves, to be given to `purgeExpired` one by one. */
export const endingCollections = [
  callUses,
  challenges,
  codeFailures,
  conversions,
  counters,
  invitations,
  lockouts,
  sessions,
  spendings,
] as const
