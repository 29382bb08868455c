import type { Action, ActionResult } from '../../actions/action.ts'
import { actions } from '../../actions/registry.ts'
import { phoneTypeOf } from '../../answers/phone-type.ts'
import type { Json } from '../../fields/field.ts'
import type { Call, EndOf } from '../../scenarios/stage.ts'

/** An action that has not ended by then is taken to end as it should: milliseconds. */
const LONGEST = 5000

/**
 * How actions end with what they are given, as far as that can be told before a walk is made: an own action by running it,
 * once for the same inputs; codes and calls by what was sent to the same address or number a moment ago.
 */
export function endsFor(actionsOf: (journey: string) => ReadonlyMap<string, Action>): () => EndOf {
  const known = new Map<string, Promise<ActionResult | undefined>>()
  return () => {
    const endOfBuiltIn = createSendings()
    return (call) => {
      const action = actionsOf(call.journey).get(call.action)
      if (!isOwn(action)) return Promise.resolve(endOfBuiltIn(call))
      const key = JSON.stringify([call.journey, call.action, call.input])
      const end = known.get(key) ?? endOfOwn(action, call)
      known.set(key, end)
      return end
    }
  }
}

/** Whether an action is a journey's own, and none that is built in. */
export function isOwn(action: Action | undefined): action is Action {
  return action !== undefined && action !== actions.get(action.name)
}

type Sending = 'send-code' | 'call-me'

/** What one person was sent: nothing more goes there for a while, until a code was right or a call has ended. */
function createSendings(): (call: Call) => ActionResult | undefined {
  const sent = new Map<string, Sending>()
  return ({ action, input, said }) => {
    const to = String(input['phone'] ?? input['email'] ?? input['account'])
    if (`${action} ${said}` === 'check-code right') sent.delete(to)
    if (action === 'check-call' && said !== 'waiting') sent.delete(to)
    if (action !== 'send-code' && action !== 'call-me') return undefined
    const end = endOfSending(action, input['phone'], sent.get(to))
    if (!end) sent.set(to, action)
    return end
  }
}

function endOfSending(
  action: Sending,
  phone: Json | undefined,
  before: Sending | undefined,
): ActionResult | undefined {
  // A text reaches no landline.
  const isText = action === 'send-code' && typeof phone === 'string'
  if (isText && phoneTypeOf(phone) !== 'mobile') return { outcome: 'not-possible' }
  // A phone that rings goes on ringing.
  const isRinging = before === 'call-me' && action === 'call-me'
  return before && !isRinging ? { outcome: 'too-many' } : undefined
}

/** Undefined: it did not end, or not in a way that it declares. */
async function endOfOwn(
  action: Action,
  { input, context }: Call,
): Promise<ActionResult | undefined> {
  let late: NodeJS.Timeout | undefined
  const tooLong = new Promise<undefined>((done) => {
    late = setTimeout(() => done(undefined), LONGEST)
  })
  try {
    const end = await Promise.race([action.run(input as never, context), tooLong])
    return end && action.outcomes.includes(end.outcome) ? end : undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(late)
  }
}
