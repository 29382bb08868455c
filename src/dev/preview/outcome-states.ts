import type { ActionContract } from '../../journey/contract.ts'
import type { ActionCall, Button, Journey, Step } from '../../journey/journey.ts'
import type { Setting } from '../../scenarios/stage.ts'
import { showState } from './show-state.ts'
import { type State, slug, type Variant } from './state.ts'

/** An end that an action can have. */
interface Ending {
  readonly from: Step
  readonly button: Button
  readonly call: ActionCall
  readonly outcome: string
}

/** The page with what it says when an action of it ends otherwise, or when one elsewhere led here with words. */
export function outcomeStates(
  setting: Setting,
  journey: Journey,
  step: Step,
  { supposed }: Variant,
): readonly State[] {
  const endings = endingsIn(journey, setting.contractsOf(journey.id))
  return endings
    .filter((one) => isSaidAt(step, one))
    .map((one) => stateOf(step, one, supposed))
    .flatMap((state) => {
      const { errors, notices } = showState(setting, journey, step, state)
      const said = errors[0]?.text ?? notices[0]
      return said === undefined ? [] : [{ ...state, what: `${state.what}: “${said}”` }]
    })
}

function endingsIn(
  { steps }: Journey,
  contracts: ReadonlyMap<string, ActionContract>,
): readonly Ending[] {
  return steps.flatMap((from) =>
    from.buttons.flatMap((button) =>
      button.run.flatMap((call) =>
        (contracts.get(call.action)?.outcomes ?? []).map((outcome): Ending => {
          return { from, button, call, outcome }
        }),
      ),
    ),
  )
}

/** An end that leads somewhere is said there; any other one on its own page. */
function isSaidAt(step: Step, { from, call, outcome }: Ending): boolean {
  const on = call.on[outcome]
  return on?.then === 'go' ? on.next.some(({ to }) => to === step.id) : from === step
}

function stateOf(
  step: Step,
  { from, button, call, outcome }: Ending,
  supposed: State['supposed'],
): State {
  const isHere = from === step
  const prefix = isHere ? '' : `${from.id}-`
  return {
    id: slug(`${prefix}${button.id}-${call.action}-${outcome}`),
    what: `${call.action}${isHere ? '' : ` at ${from.id}`} ends in ${outcome}`,
    supposed,
    over: {
      is: 'outcome',
      step: from.id,
      button: button.id,
      call: button.run.indexOf(call),
      outcome,
    },
  }
}
