import type { Exit } from '../answers/draft.ts'
import type { Button, Requirement, Step } from '../journey/journey.ts'
import { requirementHolds } from './facts.ts'
import { type Place, placeKey } from './place.ts'
import type { Scope, World } from './scope.ts'

/** Facts that pressing a button can earn: of its actions, and of the journey that it goes through. */
export function earnedBy(button: Button, world: World): readonly string[] {
  const given = button.run.flatMap((call) => world.contracts.get(call.action)?.gives ?? [])
  const through = button.journey ? (world.journeyGives.get(button.journey) ?? []) : []
  return [...given.map((give) => give.fact), ...through]
}

/** Where someone goes who lacks a fact that a step requires. */
export type Detour =
  /** Back to a step whose press gives it. */
  | { readonly is: 'back'; readonly index: number }
  /** That step is closed: the draft starts again. */
  | { readonly is: 'restart' }
  /** Through the one journey that gives it. */
  | { readonly is: 'through'; readonly journey: string }
  /** Nothing gives it: `check` refuses such a definition. */
  | { readonly is: 'stay' }

/** The first required fact that does not hold. */
export function lackingAt(step: Step, scope: Scope): Requirement | undefined {
  return step.requires.find((required) => !requirementHolds(required, scope))
}

export function detourFor(
  required: Requirement,
  path: readonly Place[],
  exits: Readonly<Record<string, Exit>>,
  world: World,
): Detour {
  const index = path.findLastIndex(({ step }) =>
    step.buttons.some((button) => earnedBy(button, world).includes(required.fact)),
  )
  const giver = path[index]
  if (giver) return exits[placeKey(giver)]?.closes ? { is: 'restart' } : { is: 'back', index }
  const gateways = [...world.journeyGives].filter(
    ([id, gives]) => id !== world.journey.id && gives.includes(required.fact),
  )
  const [gateway] = gateways
  if (gateway) return { is: 'through', journey: gateway[0] }
  return path.length > 0 ? { is: 'back', index: path.length - 1 } : { is: 'stay' }
}
