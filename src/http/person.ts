import type { Session } from '../accounts/sessions.ts'

/** The account that a session is signed in to. */
export function accountOf(session: Session): string | undefined {
  const account = session.facts.findLast((held) => held.carries['account'] !== undefined)?.carries[
    'account'
  ]
  return typeof account === 'string' ? account : undefined
}

/** The words of the log-out button: the person's name, else their address; whoever is signed in can always log out. */
export function accountNameOf(session: Session): string | undefined {
  const carries = session.facts.findLast((held) => held.carries['account'] !== undefined)?.carries
  if (!carries) return undefined
  const name = [carries['firstName'], carries['surname']]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ')
  return name || String(carries['email'] ?? 'Signed in')
}

/** The address that they sign in with. */
export function accountEmailOf(session: Session): string | undefined {
  const email = session.facts.findLast((held) => held.carries['account'] !== undefined)?.carries[
    'email'
  ]
  return typeof email === 'string' ? email : undefined
}
