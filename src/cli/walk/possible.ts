import type { ActionContract } from '../../journey/contract.ts'
import type { Rules } from '../../scenarios/rules.ts'

/**
 * Ends of the built-in actions that a person at a browser, with a phone and an email program, can bring about within a
 * minute. What waits for a clock (a code that is too old), for a limit or for somebody else is not among them.
 */
const POSSIBLE: Readonly<Record<string, readonly string[]>> = {
  'check-code': ['right', 'wrong'],
  'check-call': ['pressed', 'waiting', 'no-answer', 'busy', 'wrong-key', 'hung-up', 'not-possible'],
  'check-password': ['right', 'wrong'],
}

/** Calls that ended: another one may not be asked for at once. */
const LAST = ['no-answer', 'busy', 'wrong-key', 'hung-up', 'not-possible']

/**
 * What a walk may plan, of a journey with these actions. `hasLogin`: a login can be made before. `isSignedIn`: it is made,
 * with the walk's own address, in a journey that is gone through; another address may be given here.
 */
export function rulesFor(
  contracts: ReadonlyMap<string, ActionContract>,
  { hasLogin, isSignedIn = false }: { readonly hasLogin: boolean; readonly isSignedIn?: boolean },
): Rules {
  return {
    accountOf: (number) => (isSignedIn ? { email: addressOf(number) } : {}),
    outcomesOf: (action) => {
      if (action === 'check-password' && !hasLogin) return ['wrong']
      return POSSIBLE[action] ?? contracts.get(action)?.outcomes.slice(0, 1) ?? []
    },
    isLast: (action, outcome) => action === 'check-call' && LAST.includes(outcome),
    carriesOf: (action, outcome) =>
      action === 'check-password' && outcome === 'right'
        ? [{ phoneType: 'landline' }, { phoneType: 'mobile' }]
        : [{}],
    ownAnswers: (field, number) => {
      if (field.kind === 'email')
        return isSignedIn ? [otherAddressOf(number), addressOf(number)] : [addressOf(number)]
      return field.kind === 'phone' ? [landlineOf(number), mobileOf(number)] : undefined
    },
  }
}

/** An address and numbers that only this walk uses: limits are counted for each. Ofcom keeps the numbers for drama. */
export const addressOf = (number: number) => `walk-${number}@example.org`
export const otherAddressOf = (number: number) => `other-${addressOf(number)}`
export const mobileOf = (number: number) => `07700 900${String(number).padStart(3, '0')}`
export const landlineOf = (number: number) => `01632 960${String(number).padStart(3, '0')}`
