import type { ActionContract } from '../../journey/contract.ts'
import type { ActionCall } from '../../journey/journey.ts'
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

/** What may not be sent to the same address or number again at once; and what ends that. */
const SENDING = ['send-code', 'call-me']
const CHECKED: Readonly<Record<string, string>> = {
  'check-code': 'send-code',
  'check-call': 'call-me',
}

function recipientOf({ action, with: inputs }: ActionCall): string {
  return `${action} ${'email' in inputs ? 'email' : 'phone'}`
}

/** Calls that ended: another one may not be asked for at once. */
const LAST = ['no-answer', 'busy', 'wrong-key', 'hung-up', 'not-possible']

/** What a walk may plan, of a journey with these actions. `hasLogin`: a login can be made before. */
export function rulesFor(
  contracts: ReadonlyMap<string, ActionContract>,
  { hasLogin }: { readonly hasLogin: boolean },
): Rules {
  return {
    spends: (call) => (SENDING.includes(call.action) ? recipientOf(call) : undefined),
    frees: (call, outcome) => {
      const isOver = call.action === 'check-code' ? outcome === 'right' : outcome !== 'waiting'
      const sending = CHECKED[call.action]
      return sending !== undefined && isOver ? recipientOf({ ...call, action: sending }) : undefined
    },
    outcomesOf: (action, spent) => {
      if (spent) return ['too-many']
      if (action === 'check-password' && !hasLogin) return ['wrong']
      return POSSIBLE[action] ?? contracts.get(action)?.outcomes.slice(0, 1) ?? []
    },
    isLast: (action, outcome) => action === 'check-call' && LAST.includes(outcome),
    carriesOf: (action, outcome) =>
      action === 'check-password' && outcome === 'right'
        ? [{ phoneType: 'landline' }, { phoneType: 'mobile' }]
        : [{}],
    ownAnswers: (field, number) => {
      if (field.kind === 'email') return [addressOf(number)]
      return field.kind === 'phone' ? [landlineOf(number), mobileOf(number)] : undefined
    },
  }
}

/** An address and numbers that only this walk uses: limits are counted for each. Ofcom keeps the numbers for drama. */
export const addressOf = (number: number) => `walk-${number}@example.org`
export const mobileOf = (number: number) => `07700 900${String(number).padStart(3, '0')}`
export const landlineOf = (number: number) => `01632 960${String(number).padStart(3, '0')}`
