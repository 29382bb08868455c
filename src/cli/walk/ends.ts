import type { Action, ActionContext, ActionResult } from '../../actions/action.ts'
import { actions } from '../../actions/registry.ts'
import { phoneTypeOf } from '../../answers/phone-type.ts'
import type { JsonObject } from '../../fields/field.ts'
import type { EndOf } from '../../scenarios/stage.ts'

/** An action that has not ended by then is taken to end as it should: milliseconds. */
const LONGEST = 5000

/**
 * How actions end with what they are given, as far as that can be told before a walk is made: an own action by running it,
 * once for the same inputs; a text to a landline, which nobody can send.
 */
export function createEnds(actionsOf: (journey: string) => ReadonlyMap<string, Action>): EndOf {
  const known = new Map<string, Promise<ActionResult | undefined>>()
  return (journey, name, input, context) => {
    const action = actionsOf(journey).get(name)
    if (!isOwn(action)) return Promise.resolve(endOfBuiltIn(name, input))
    const key = JSON.stringify([journey, name, input])
    const end = known.get(key) ?? endOfOwn(action, input, context)
    known.set(key, end)
    return end
  }
}

/** Whether an action is a journey's own, and none that is built in. */
export function isOwn(action: Action | undefined): action is Action {
  return action !== undefined && action !== actions.get(action.name)
}

function endOfBuiltIn(name: string, { phone }: JsonObject): ActionResult | undefined {
  const isText = name === 'send-code' && typeof phone === 'string'
  return isText && phoneTypeOf(phone) !== 'mobile' ? { outcome: 'not-possible' } : undefined
}

/** Undefined: it did not end, or not in a way that it declares. */
async function endOfOwn(
  action: Action,
  input: JsonObject,
  context: ActionContext,
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
