import type { ActionContract } from '../journey/contract.ts'
import type { ActionCall, Button, Next, Step } from '../journey/journey.ts'
import type { Marks } from '../journey/marks.ts'
import { buttonName, outcomeName } from '../scenarios/coverage.ts'
import { conditionInWords } from './condition-in-words.ts'
import { plainWords } from './plain-words.ts'

/** A way on as it is written: what makes people take it, and what tells whether a scenario did. */
export interface WrittenWay {
  readonly to: string
  readonly kind: 'on' | 'link'
  readonly reason: string
  /** Names of the marks of which one must be gone through. */
  readonly marks: readonly string[]
  /** Where it is written, for problems. */
  readonly part: object
}

interface Context {
  readonly marks: Marks
  readonly contracts: ReadonlyMap<string, ActionContract>
  /** Names of marks by the part that they are about. */
  readonly markOf: (part: object) => string | undefined
}

/** All ways that a press or a link of a step leads; not that of being passed over. */
export function waysOf(step: Step, context: Context): readonly WrittenWay[] {
  return [
    ...step.buttons.flatMap((button) => waysOfButton(button, step, context)),
    ...step.enter.flatMap((call) => asideWays(call, [], 'when it is opened', step, context)),
    ...step.links.flatMap((link): WrittenWay[] => {
      if (!('to' in link)) return []
      const words = [`link: ${plainWords(link.label)}`, ...ifWords(link.when, context)]
      return [{ to: link.to, kind: 'link', reason: words.join(', '), marks: [], part: link }]
    }),
  ]
}

/** The ways of a list of targets, each with its condition. */
export function waysOfNext(
  next: Next,
  reasons: readonly string[],
  marks: readonly string[],
  context: Context,
): readonly WrittenWay[] {
  return next.map((entry) => {
    const own = context.markOf(entry)
    const isRest = next.length > 1 && !entry.when
    const words = [...reasons, ...ifWords(entry.when, context), ...(isRest ? ['otherwise'] : [])]
    return {
      to: entry.to,
      kind: 'on',
      reason: words.join(', '),
      marks: own === undefined ? marks : [own],
      part: entry,
    }
  })
}

function ifWords(when: Step['when'], { marks }: Pick<Context, 'marks'>): readonly string[] {
  return when ? [`if ${conditionInWords(when, marks)}`] : []
}

function waysOfButton(button: Button, step: Step, context: Context): readonly WrittenWay[] {
  const last = button.run.at(-1)
  const first = last && context.contracts.get(last.action)?.outcomes[0]
  const on = last && first !== undefined ? last.on[first] : undefined
  const reasons = reasonsOf(button, step, context)
  const asides = button.run.flatMap((call) => {
    const contract = context.contracts.get(call.action)
    return asideWays(call, contract ? [contract.outcomes[0]] : [], button, step, context)
  })
  // An error or a notice is the end of the press: the page stays.
  if (on && on.then !== 'go') return asides
  const marks = [
    last && first !== undefined
      ? outcomeName(step, button.id, last.action, first)
      : buttonName(step, button.id),
  ]
  const next = on?.next ?? button.next ?? step.next
  return [...waysOfNext(next, reasons, marks, context), ...asides]
}

/** Why somebody presses this button and no other; nothing where there is only one. */
function reasonsOf(button: Button, step: Step, context: Context): readonly string[] {
  const isOne = step.buttons.filter(({ validate }) => validate).length < 2 && button.validate
  return [
    ...(isOne && button.journey === undefined ? [] : [`“${plainWords(button.label)}”`]),
    ...(button.journey === undefined ? [] : [`through the journey ${button.journey}`]),
    ...ifWords(button.when, context),
  ]
}

/** Outcomes that have a target of their own, but for some. */
function asideWays(
  call: ActionCall,
  but: readonly string[],
  by: Button | string,
  step: Step,
  context: Context,
): readonly WrittenWay[] {
  return Object.entries(call.on).flatMap(([outcome, on]) => {
    if (on.then !== 'go' || but.includes(outcome)) return []
    const marks = typeof by === 'string' ? [] : [outcomeName(step, by.id, call.action, outcome)]
    const when = typeof by === 'string' ? [by] : []
    return waysOfNext(on.next, [...when, `${call.action}: ${outcome}`], marks, context)
  })
}
