import type { Journey, Step } from '../journey/journey.ts'

/** Somewhere in a journey that a person can be: a step, a step for one item of a repeat (1-based), or a repeat's list. */
export interface Place {
  readonly step: Step
  readonly item?: number
  readonly list?: true
}

/** How a place is named in drafts, page tokens and addresses: `step`, `step/1`, `step/list`. */
export function placeKey(place: Place): string {
  if (place.list) return `${place.step.id}/list`
  return place.item === undefined ? place.step.id : `${place.step.id}/${place.item}`
}

/** Undefined where the journey has no such place, whatever has been answered. */
export function placeOf(journey: Journey, key: string): Place | undefined {
  const [id = '', rest] = key.split('/')
  const step = stepOf(journey, id)
  if (!step) return undefined
  if (rest === undefined) return step.repeat ? { step, item: 1 } : { step }
  if (!step.repeat) return undefined
  if (rest === 'list')
    return step.repeatFirst === step.id && !step.repeatFor ? { step, list: true } : undefined
  return /^[1-9]\d{0,3}$/u.test(rest) ? { step, item: Number(rest) } : undefined
}

export function stepOf(journey: Journey, id: string): Step | undefined {
  const index = journey.stepIndex.get(id)
  return index === undefined ? undefined : journey.steps[index]
}
