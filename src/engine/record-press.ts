import type { Draft, Exit } from '../answers/draft.ts'
import { answersOf, shownEntries, storedAt } from '../flow/entries.ts'
import { inputsOf } from '../flow/exits.ts'
import { placeKey } from '../flow/place.ts'
import type { Decision } from './decision.ts'
import type { PressFrame, Ran } from './press-frame.ts'

/** The draft without what was half done before, or with what this press left half done. */
export function halfDone({ ending, place, button }: PressFrame): Draft {
  const draft = withoutHalf(ending.loaded.draft)
  if (!ending.unfinished) return draft
  return {
    ...draft,
    unfinished: { place: placeKey(place), button: button.id, ran: ending.unfinished },
  }
}

function withoutHalf(draft: Draft): Draft {
  if (!draft.unfinished) return draft
  const { unfinished: _before, ...rest } = draft
  return rest
}

/** Counts the press, and notes when the place's answers changed. `more`: what else is other than before. */
export function counted(
  { place, changes }: PressFrame,
  draft: Draft,
  more: Partial<Draft> = {},
): Draft {
  const press = draft.press + 1
  const changed = changes ? { ...draft.changed, [placeKey(place)]: press } : draft.changed
  return { ...draft, press, changed, ...more }
}

/** How many presses are remembered. */
const REMEMBERED = 8

/** Notes where a press led, for its twin. */
export function remembered(
  { key }: Pick<PressFrame, 'key'>,
  { presses }: Draft,
  decision: Decision,
): Pick<Draft, 'presses'> {
  if (decision.is !== 'go') return { presses }
  const others = presses.filter((one) => one.key !== key).slice(1 - REMEMBERED)
  return { presses: [...others, { key, to: decision.to }] }
}

/** How the step was left, by this press. */
export function exitOf(
  { ending, place, reach, read, button }: PressFrame,
  ran: Extract<Ran, { is: 'on' }>,
  given: readonly string[],
): Exit {
  const own = storedAt(place, ending.loaded.draft.answers)
  const before = { ...reach.scope, world: ending.loaded.world }
  const { entries, scope } = shownEntries(place, own, before)
  return {
    button: button.id,
    ...(ran.action !== undefined && { action: ran.action }),
    ...(ran.outcome !== undefined && { outcome: ran.outcome }),
    answers: answersOf(entries, own),
    ...(button.validate && read.emptied.length > 0 && { emptied: read.emptied }),
    ...(button.run.length > 0 && { inputs: inputsOf(button, scope) }),
    facts: ran.branched ? [] : [...new Set([...ending.facts, ...given])],
    closes: ending.closes,
  }
}

/**
 * The draft after a press that went on: the exits with this one, and those that lay the path to it; one that closes,
 * closes all before it.
 */
export function withExit(frame: PressFrame, exit: Exit): Draft {
  const draft = withoutHalf(frame.ending.loaded.draft)
  return counted(frame, draft, { exits: exitsWith(frame, exit, draft) })
}

function exitsWith({ ending, place, reach }: PressFrame, exit: Exit, draft: Draft): Draft['exits'] {
  const exits: Record<string, Exit> = { ...draft.exits, ...reach.lay, [placeKey(place)]: exit }
  if (!exit.closes) return exits
  const { path } = ending.loaded.progress
  const keys = path.map(placeKey)
  const at = keys.indexOf(placeKey(place))
  for (const { step } of path)
    if (step.kind === 'task-list')
      exits[step.id] ??= { button: '', answers: {}, facts: [], closes: true }
  for (const key of [...(at < 0 ? keys : keys.slice(0, at)), ...Object.keys(reach.lay)]) {
    const before = exits[key]
    if (before) exits[key] = { ...before, closes: true }
  }
  return exits
}
