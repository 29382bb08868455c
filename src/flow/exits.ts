import type { Answers, Exit } from '../answers/draft.ts'
import type { JsonObject } from '../fields/field.ts'
import type { Button, Entry, Next, Step, Target } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { answersOf, areValid } from './entries.ts'
import { stepOf } from './place.ts'
import type { Scope } from './scope.ts'
import { heldFact, isSame, resolveWith } from './values.ts'

const LINK = 'link:'

/** The exit of a step that was left through a link: the path was laid through it by pressing a button beyond. */
export function linkExit(to: string): Exit {
  return { button: `${LINK}${to}`, answers: {}, facts: [], closes: false }
}

export function isLinkExit(exit: Exit | undefined): boolean {
  return exit?.button.startsWith(LINK) ?? false
}

/** Where the first entry that holds leads. */
export function resolveNext(next: Next | undefined, scope: Scope): Target | undefined {
  return openEntry(next, scope)?.to
}

/** The first entry that holds. */
export function openEntry(next: Next | undefined, scope: Scope): Next[number] | undefined {
  return next?.find((entry) => !entry.when || holds(entry.when, scope))
}

/**
 * Whether a step's exit stands: the button still exists, the stored answers are valid and unchanged since, its actions
 * would be given the same now, and the facts that it gave still hold; one that closes stands for good (FORMAT.md, Progress).
 */
export function exitStands(
  step: Step,
  exit: Exit,
  entries: readonly Entry[],
  own: Answers,
  scope: Scope,
): boolean {
  return whyFallen(step, exit, entries, own, scope) === undefined
}

/** Why an exit does not stand any more. */
export type Fallen =
  | 'link-gone'
  | 'button-gone'
  | 'not-right'
  | 'changed'
  | 'other-inputs'
  | 'fact-lapsed'

/** The first reason for which an exit does not stand; undefined: it does. */
export function whyFallen(
  step: Step,
  exit: Exit,
  entries: readonly Entry[],
  own: Answers,
  scope: Scope,
): Fallen | undefined {
  if (exit.closes) return undefined
  if (isLinkExit(exit)) return isLinkThere(step, exit, scope) ? undefined : 'link-gone'
  const button = step.buttons.find((one) => one.id === exit.button)
  if (!button) return 'button-gone'
  if (button.validate && !areValid(entries, own, scope)) return 'not-right'
  if (!isUnchanged(answersOf(entries, own), exit.answers)) return 'changed'
  if (hasOtherInputs(exit, button, scope)) return 'other-inputs'
  return exit.facts.every((fact) => heldFact(fact, scope)) ? undefined : 'fact-lapsed'
}

/** What its actions were given is not what they would be given now. */
function hasOtherInputs({ inputs }: Exit, button: Button, scope: Scope): boolean {
  return inputs !== undefined && !isSame([...inputs], [...inputsOf(button, scope)])
}

function isLinkThere(step: Step, exit: Exit, scope: Scope): boolean {
  const to = exit.button.slice(LINK.length)
  return step.links.some(
    (link) => 'to' in link && link.to === to && (!link.when || holds(link.when, scope)),
  )
}

/**
 * What a button's actions are given that a person or an earlier action can change: a code that was sent to one number is
 * not one that was sent to another. `scope` holds no secrets, so that none is among them.
 */
export function inputsOf(button: Button, scope: Scope): readonly JsonObject[] {
  return button.run.map((call) => {
    const given = Object.entries(call.with).filter(
      ([, { from }]) => from === 'answer' || from === 'fact' || from === 'value',
    )
    return resolveWith(Object.fromEntries(given), scope)
  })
}

/** Same answers as then; a field that is asked no more, or that may be left out, changes nothing. */
function isUnchanged(now: Answers, then: Answers): boolean {
  return (
    Object.keys(now).every((name) => isSame(now[name], then[name])) &&
    Object.keys(then).every((name) => !(name in now) || isSame(now[name], then[name]))
  )
}

/**
 * Where an exit leads, worked out anew: the outcome's target, else the button's, else the step's. What follows a repeat
 * follows its list: the last step of a turn leads nowhere by itself.
 */
export function targetOfExit(step: Step, exit: Exit, scope: Scope): Target | undefined {
  if (isLinkExit(exit)) return exit.button.slice(LINK.length)
  const entry = openEntry(nextOfExit(step, exit), scope)
  return entry?.follows && isBehindList(step, entry.to, scope) ? undefined : entry?.to
}

function isBehindList(step: Step, to: Target, { world }: Scope): boolean {
  return step.repeat !== undefined && stepOf(world.journey, to)?.repeatFirst !== step.repeatFirst
}

/** The list that says where an exit leads; of a link there is none. */
export function nextOfExit(step: Step, exit: Exit): Next | undefined {
  if (isLinkExit(exit)) return undefined
  const button = step.buttons.find((one) => one.id === exit.button)
  const call = button?.run.findLast((one) => one.action === exit.action)
  const entry = exit.outcome === undefined ? undefined : call?.on[exit.outcome]
  return entry?.then === 'go' ? entry.next : (button?.next ?? step.next)
}

/** The exit step that a target is, while its `when` holds: it is shown, and passes nothing. */
export function exitStepAt(to: Target | undefined, scope: Scope): Step | undefined {
  const step = to === undefined ? undefined : stepOf(scope.world.journey, to)
  return step?.kind === 'exit' && isShown(step, scope) ? step : undefined
}

/** Where a target leads within a section or an item's turn. */
export interface Inner {
  readonly to?: Target | undefined
  /** It is an exit step that is shown. */
  readonly ending?: Step
}

/** Past exit steps whose `when` does not hold. */
export function innerTarget(to: Target | undefined, scope: Scope): Inner {
  const seen = new Set<Target>()
  let now = to
  while (now !== undefined && !seen.has(now)) {
    const step = stepOf(scope.world.journey, now)
    if (step?.kind !== 'exit') return { to: now }
    if (isShown(step, scope)) return { ending: step }
    seen.add(now)
    now = resolveNext(step.next, scope)
  }
  return {}
}

export function isShown({ when }: Step, scope: Scope): boolean {
  return !when || holds(when, scope)
}
