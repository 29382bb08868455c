import type { ActionCall } from '../../journey/journey.ts'
import { callsOf, type Subject } from '../subject.ts'

/**
 * The mark of an action that has run: its name and what it was about, as far as that can be told apart. A code that was sent to
 * one answer is not one for another; where an input comes from elsewhere too, it may be the same.
 */
export function ranKey(call: ActionCall, action: string, subject: Subject): string {
  const about = aboutOf(action, subject).find((input) => Object.hasOwn(call.with, input))
  if (about === undefined) return `mark:ran ${action}`
  const pair = callsOf(subject.journey)
    .map((one) => one.call)
    .filter((one) => one.action === action || beforeOf(one, subject)?.action === action)
    .flatMap((one) => one.with[about] ?? [])
  const value = call.with[about]
  const areAnswers = pair.every((one) => one.from === 'answer')
  const path = areAnswers && value?.from === 'answer' ? value.path.join('.') : ''
  return `mark:ran ${action} ${about} ${path}`
}

/** The mark that must be there before a call; where it, or one before it, does not say what it is about, nobody can tell. */
export function keyBefore(call: ActionCall, subject: Subject): string | undefined {
  const earlier = beforeOf(call, subject)
  if (!earlier) return undefined
  const isSaid = (one: ActionCall) => earlier.about.some((input) => Object.hasOwn(one.with, input))
  const sent = callsOf(subject.journey).filter((one) => one.call.action === earlier.action)
  const areSaid = isSaid(call) && sent.every((one) => isSaid(one.call))
  return areSaid ? ranKey(call, earlier.action, subject) : undefined
}

function beforeOf(call: ActionCall, { contracts }: Subject) {
  return contracts.get(call.action)?.comesAfter
}

function aboutOf(action: string, { contracts }: Subject): readonly string[] {
  for (const { comesAfter } of contracts.values())
    if (comesAfter?.action === action) return comesAfter.about
  return []
}
